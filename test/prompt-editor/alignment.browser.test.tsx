import type { CSSProperties } from "react";
import { describe, expect, it } from "vitest";
import { renderEditor, type findParts } from "./Editor.js";
import { painted } from "./keys.js";

const TEXT =
  "A {{trigger.output.style}} picture of {{agent.output.structured.subject}} with {{agent.output.structured.mood}} " +
  "light\n\n\tand a tab, then a very long line that wraps several times before {{trigger.output.size}} ends it. AVAToTa\n" +
  "עברית {{trigger.output.style}} עוד\n{{agent.output.structured.subject}}";

const CASES: readonly [name: string, style: CSSProperties, attributes?: Record<string, string>][] = [
  ["the browser's own look", {}],
  ["a proportional font", { font: "italic 600 15px/1.7 Georgia, serif" }],
  ["a system font of odd size", { font: "13.3px system-ui" }],
  [
    "a wide font with ligatures off",
    { fontFamily: "Arial", fontVariantLigatures: "none", fontFeatureSettings: '"kern" 0' },
  ],
  ["letter and word spacing", { letterSpacing: "1.3px", wordSpacing: "4px" }],
  ["negative letter spacing", { letterSpacing: "-0.4px" }],
  ["a narrow field", { width: 171 }],
  ["a wide field", { width: 733.4 }],
  ["a scroll bar that is always there", { overflowY: "scroll", height: 120 }],
  ["a scroll bar that comes with the text", { height: 60 }],
  ["a tab of two", { tabSize: 2 }],
  ["right-to-left", { direction: "rtl", height: 60 }],
  ["a direction that follows the text", {}, { dir: "auto" }],
  ["centred text", { textAlign: "center" }],
  ["a content box", { boxSizing: "content-box", padding: "3px 17px 9px 5px" }],
  [
    "a border box with uneven borders",
    { boxSizing: "border-box", borderStyle: "solid", borderWidth: "1px 7px 3px 11px" },
  ],
  ["break-all", { wordBreak: "break-all" }],
  ["no wrapping", { whiteSpace: "pre", overflowX: "auto" }],
  ["an indent and capitals", { textIndent: 23, textTransform: "uppercase" }],
  ["small capitals, condensed", { fontVariant: "small-caps", fontStretch: "condensed" }],
  ["a line height in pixels", { lineHeight: "31px" }],
  ["margins", { margin: "13px 7px 0 29px" }],
];

/**
 * Measures how far before the middle of a letter this engine goes over to the next offset, in px: for some, the spacing
 * behind a letter is not part of it.
 */
function turnBeforeMiddle(field: HTMLElement): number {
  const { font, letterSpacing } = getComputedStyle(field);
  const probe = document.body.appendChild(document.createElement("div"));
  Object.assign(probe.style, { font, letterSpacing, position: "fixed", top: "0", left: "0", zIndex: "99" });
  probe.textContent = "nnn";
  const range = document.createRange();
  range.setStart(probe.firstChild as Text, 1);
  range.setEnd(probe.firstChild as Text, 2);
  const { left, right, top, height } = range.getBoundingClientRect();
  let x = left;
  while (x < right && (document.caretPositionFromPoint(x, top + height / 2)?.offset ?? 0) < 2) x += 0.125;
  probe.remove();
  return (left + right) / 2 - x;
}

/**
 * Compares where the backdrop and the field draw each letter. The field is asked which offset lies a pixel before and a
 * pixel behind the middle of the backdrop's letter: if they are drawn more than a pixel apart, one answer is wrong.
 * Only letters between letters, since at a change of direction one place has two offsets.
 */
function misplaced(editor: ReturnType<typeof findParts>) {
  const { field } = editor;
  const wrong: string[] = [];
  let checked = 0;
  const box = field.getBoundingClientRect();
  // A scroll bar of the page may lie over the field.
  const { clientWidth, clientHeight } = document.documentElement;
  const right = Math.min(clientWidth, box.left + field.clientLeft + field.clientWidth) - 1;
  const bottom = Math.min(clientHeight, box.bottom) - 4;
  const turn = turnBeforeMiddle(field);
  const walker = document.createTreeWalker(editor.part("highlight") ?? field, NodeFilter.SHOW_TEXT);
  const lineOf = (node: Node) =>
    node.parentElement?.closest('[data-imagenode-part="prompt-editor-highlight"] > div > div');
  let offset = 0;
  let line: Element | null | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (line && lineOf(node) !== line) offset++;
    line = lineOf(node);
    const text = node.nodeValue === "\u200b" ? "" : (node.nodeValue ?? "");
    for (let at = 1; at < text.length - 1; at++) {
      if (!/^[a-z]{3}$/i.test(text.slice(at - 1, at + 2))) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const rect = range.getBoundingClientRect();
      const middle = rect.left + rect.width / 2 - turn;
      const seen = rect.top > box.top + field.clientTop + 2 && rect.bottom < bottom && rect.right < right;
      if (!seen || rect.left < box.left + field.clientLeft || rect.width < 3) continue;
      checked++;
      for (const [x, expected] of [
        [middle - 1, offset + at],
        [middle + 1, offset + at + 1],
      ] as const) {
        const hit = document.caretPositionFromPoint(x, rect.top + rect.height / 2);
        const found = hit?.offsetNode === field ? hit.offset : -1;
        if (found !== expected) wrong.push(`"${text[at]}" at ${x}: ${found} instead of ${expected}`);
      }
    }
    offset += text.length;
  }
  return { wrong, checked };
}

async function check(editor: ReturnType<typeof findParts>) {
  // The marks' code is loaded on demand; the first editor of a page waits for it.
  await expect.poll(() => editor.marks().length).toBeGreaterThan(0);
  await painted();
  await painted();
  for (const scroll of [0, 23]) {
    editor.field.scrollTop = scroll;
    await painted();
    const { wrong, checked } = misplaced(editor);
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(20);
  }
}

describe("[case 35] marks lie under their glyphs", () => {
  it.each(CASES)("with %s", async (_name, inputStyle, attributes = {}) => {
    const editor = renderEditor({
      defaultValue: TEXT,
      inputStyle: { width: 390, height: 240, ...inputStyle },
      style: { margin: 20 },
    });
    for (const [name, value] of Object.entries(attributes)) editor.field.setAttribute(name, value);
    await check(editor);
    expect(editor.marks().length).toBe(6);
  });

  it.each(["div, mark", "div *", "mark"])("under a host's rules for %s", async (elements) => {
    const rules = document.createElement("style");
    rules.textContent = `${elements} {
      padding: 3px 7px; margin: 2px 5px; border: 2px solid lime; font: 900 21px/2.5 serif; letter-spacing: 3px;
      word-spacing: 5px; text-transform: uppercase; text-indent: 9px; min-height: 40px; max-width: 900px;
      vertical-align: super; white-space: pre; position: relative; display: inline-block; text-align: right;
    }`;
    document.head.append(rules);
    try {
      const editor = renderEditor({
        defaultValue: TEXT,
        inputStyle: {
          ...{ width: 390, height: 240, font: "15px/1.6 sans-serif", letterSpacing: 0, wordSpacing: 0 },
          ...{ textTransform: "none", textIndent: 0, whiteSpace: "pre-wrap", textAlign: "start" },
        },
      });
      await check(editor);
    } finally {
      rules.remove();
    }
  });

  it("inside a scaled canvas", async () => {
    const editor = renderEditor({
      defaultValue: TEXT,
      style: { transform: "scale(.73)", transformOrigin: "0 0" },
    });
    await check(editor);
  });

  it.each([
    ["font", (field: HTMLElement) => (field.style.fontSize = "19px")],
    ["letter spacing", (field: HTMLElement) => (field.style.letterSpacing = "2px")],
    ["width", (field: HTMLElement) => (field.style.width = "240px")],
    ["direction", (field: HTMLElement) => (field.dir = "rtl")],
    ["class", (field: HTMLElement) => field.classList.add("wide-letters")],
    ["a class around", (field: HTMLElement) => field.closest("div")?.classList.add("indented")],
    [
      "what stands before it",
      (field: HTMLElement) => field.closest("div")?.prepend("one more line", document.createElement("hr")),
    ],
  ])("after a live change of its %s", async (_name, change) => {
    const sheet = document.createElement("style");
    sheet.textContent = ".wide-letters { letter-spacing: 3px } .indented textarea { padding: 14px 31px }";
    document.head.append(sheet);
    const editor = renderEditor({ defaultValue: TEXT, inputStyle: { height: 240 } });
    await painted();
    change(editor.field);
    await check(editor);
    sheet.remove();
  });

  it("after a page style that no observer reports, once the field is used", async () => {
    const editor = renderEditor({ defaultValue: TEXT, inputStyle: { height: 240 } });
    const sheet = document.createElement("style");
    sheet.textContent = "textarea { letter-spacing: 2px }";
    document.head.append(sheet);
    editor.field.focus();
    await check(editor);
    sheet.remove();
  });
});
