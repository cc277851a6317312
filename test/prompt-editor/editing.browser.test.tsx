import { describe, expect, it, vi } from "vitest";
import { byGesture } from "../byGesture.js";
import { readCopied } from "../readCopied.js";
import { mirrored, renderEditor } from "./Editor.js";
import { painted, press, put, settled, typeText, waitForOpen } from "./keys.js";

const select = (field: HTMLTextAreaElement, start: number, end: number) =>
  field.setSelectionRange(start, end);

describe("text that is changed by other means than letters", () => {
  it("[case 24] completes a key whose quotes a keyboard made curly", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{trigger.output[");
    document.execCommand("insertText", false, "“od");
    await waitForOpen(editor);
    await expect.poll(editor.active).toBe('trigger.output["odd key"]');
    await press("{Enter}");
    expect(editor.field.value).toBe('{{trigger.output["odd key"]}}');
    await expect.poll(editor.marks).toEqual(['known:{{trigger.output["odd key"]}}']);
  });

  it("[case 24] says that a token with curly quotes is none", async () => {
    const editor = renderEditor({ defaultValue: "{{trigger.output[“odd key”]}}" });
    await expect.poll(editor.marks).toEqual(["invalid:{{trigger.output[“odd key”]}}"]);
    await expect.poll(() => editor.part("diagnostic")?.dataset.code).toBe("unsupported_expression");
  });

  it("[case 24] takes a double space that became a full stop as it is, in prose and in a token", async () => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ onValueChange });
    await put(editor.field, 0);
    for (const [text, result] of [
      ["A cat ", "A cat. "],
      ["{{agent ", "A cat. {{agent. "],
    ] as const) {
      await typeText(text);
      const { length } = editor.field.value;
      select(editor.field, length - 1, length);
      document.execCommand("insertText", false, ". ");
      expect(editor.field.value).toBe(result);
      expect(onValueChange).toHaveBeenLastCalledWith(result);
    }
    await settled();
    expect(mirrored(editor.container)).toBe(editor.field.value);
  });

  it("[case 25] completes a half token that was pasted", async () => {
    const editor = renderEditor({ defaultValue: "A  cat" });
    await put(editor.field, 2);
    await byGesture(() => navigator.clipboard.writeText("{{moo"));
    await press("{Control>}v{/Control}");
    await waitForOpen(editor);
    await press("{Enter}");
    expect(editor.field.value).toBe("A {{agent.output.structured.mood}} cat");
  });

  it("[case 25] takes a megabyte, draws no marks in it, says so, and draws them again without it", async () => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ defaultValue: "{{trigger.output.style}} ", onValueChange });
    await put(editor.field, editor.field.value.length);
    const pasted = "{{agent.output.structured.mood}} and so on ".repeat(25_000);
    await byGesture(() => navigator.clipboard.writeText(pasted));
    await press("{Control>}v{/Control}");
    await expect
      .poll(() => editor.field.value.length)
      .toBe("{{trigger.output.style}} ".length + pasted.length);
    expect(onValueChange).toHaveBeenLastCalledWith(editor.field.value);
    await expect.poll(() => editor.part("highlight")?.dataset.unmarked).toBe("");
    expect(editor.marks()).toEqual([]);
    await press("{Control>}z{/Control}");
    await expect.poll(editor.marks).toEqual(["known:{{trigger.output.style}}"]);
    expect(editor.part("highlight")?.dataset.unmarked).toBeUndefined();
  });

  it("[case 26] cuts, copies and pastes a part of a token as plain text", async () => {
    const editor = renderEditor({ defaultValue: "A {{trigger.output.style}} cat" });
    await put(editor.field, 0);
    const start = "A {{trigger".length;
    select(editor.field, start, start + ".output".length);
    await press("{Control>}c{/Control}");
    expect(await readCopied()).toBe(".output");
    expect(editor.field.value).toBe("A {{trigger.output.style}} cat");
    await press("{Control>}x{/Control}");
    expect(editor.field.value).toBe("A {{trigger.style}} cat");
    await press("{Escape}{End}");
    await expect.poll(editor.marks).toEqual(["unknown:{{trigger.style}}"]);
    select(editor.field, start, start);
    await press("{Control>}v{/Control}{Escape}{End}");
    expect(editor.field.value).toBe("A {{trigger.output.style}} cat");
    await expect.poll(editor.marks).toEqual(["known:{{trigger.output.style}}"]);
  });

  it("[case 27] splits no letter of several units beside a token, when it is completed or deleted", async () => {
    const family = "👩‍👩‍👧";
    const letters = `${family}e\u0301🦊`;
    const editor = renderEditor({ defaultValue: `${letters}${letters}` });
    await put(editor.field, letters.length);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    expect(editor.field.value).toBe(`${letters}{{agent.output.structured.mood}}${letters}`);
    await press("{Delete}");
    expect(editor.field.value).toBe(`${letters}{{agent.output.structured.mood}}e\u0301🦊`);
    await press("{Control>}z{/Control}");
    await painted();
    expect(() => encodeURIComponent(editor.field.value)).not.toThrow();
    await expect.poll(() => mirrored(editor.container)).toBe(editor.field.value);
  });

  it("[case 32] shows samples of every kind without an error, and completes them", async () => {
    const trap = () => {
      throw new Error("read");
    };
    const sample: Record<string, unknown> = {
      nothing: null,
      missing: undefined,
      zero: 0,
      blank: "",
      notANumber: NaN,
      big: 1n,
      date: new Date(0),
      call: () => 1,
      long: "x".repeat(1_000_000),
      proxy: new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap, has: trap }),
    };
    sample.self = sample;
    Object.defineProperty(sample, "getter", { get: trap, enumerable: true });
    const editor = renderEditor({ variables: [{ slug: "odd", label: "Odd", sample }] });
    await put(editor.field, 0);
    await typeText("{{odd.");
    await waitForOpen(editor);
    const count = editor.rows().length;
    expect(count).toBeGreaterThan(8);
    for (let row = 0; row < count; row++) await press("{ArrowDown}");
    expect(editor.list.textContent.length).toBeLessThan(5_000);
    await typeText("getter");
    await expect.poll(editor.active).toBe("odd.getter");
    await press("{Enter}");
    expect(editor.field.value).toBe("{{odd.getter}}");
  });
});

/** Finds the mark in a line that begins with its number. */
const markOfLine = ({ container }: { container: Element }, line: number) =>
  [...container.querySelectorAll("mark")].find((mark) =>
    mark.parentElement?.textContent.replace(/^xx /, "").startsWith(`${line} `),
  );

describe("<PromptEditor.Highlight /> in a text that scrolls", () => {
  const PROSE = "The fox looks at the dog. ".repeat(4);
  const LONG = Array.from({ length: 60 }, (_, line) => `${line} {{trigger.output.style}} ${PROSE}`).join(
    "\n",
  );

  it("[case 13] keeps marks under their tokens while words are typed after, before and between them", async () => {
    const editor = renderEditor({ defaultValue: LONG });
    const mark = () => markOfLine(editor, 30);
    const width = () => mark()?.getBoundingClientRect();
    const end = LONG.split("\n").slice(0, 31).join("\n").length;
    await put(editor.field, end);
    editor.field.scrollTop = (editor.field.scrollHeight * 30) / 60 - editor.field.clientHeight / 2;
    await expect.poll(mark).toBeDefined();
    await painted();
    const before = width();
    await typeText("on and");
    await painted();
    expect(width()).toEqual(before);
    const start = editor.field.value.lastIndexOf("\n", end - 1) + 1;
    select(editor.field, start, start);
    await typeText("xx ");
    await painted();
    await painted();
    expect(mark()?.parentElement?.textContent).toContain("xx");
    // What was never in view is not drawn.
    const drawn = mirrored(editor.container).split("\n");
    expect(drawn.length).toBeGreaterThan(31);
    expect(drawn).toEqual(editor.field.value.split("\n").slice(0, drawn.length));
  });

  it("marks what is in view, and what comes into view", async () => {
    const editor = renderEditor({ defaultValue: LONG });
    const { field } = editor;
    await expect.poll(() => markOfLine(editor, 0)).toBeDefined();
    expect(markOfLine(editor, 59)).toBeUndefined();
    expect(markOfLine(editor, 30)).toBeUndefined();
    field.scrollTop = field.scrollHeight;
    await expect.poll(() => markOfLine(editor, 59)).toBeDefined();
    await painted();
    // Lines above that were never seen are laid out, so that the last one stands where its text does.
    const row = () => markOfLine(editor, 59)?.getBoundingClientRect().bottom ?? 0;
    expect(row()).toBeLessThanOrEqual(field.getBoundingClientRect().bottom);
    expect(row()).toBeGreaterThan(field.getBoundingClientRect().top);
    field.scrollTop = field.scrollHeight / 2;
    await expect.poll(() => markOfLine(editor, 30)).toBeDefined();
    field.style.height = `${field.scrollHeight + 20}px`;
    await expect.poll(editor.marks).toHaveLength(60);
    expect(mirrored(editor.container)).toBe(field.value);
  });

  it("draws all of a text that a script made short while it was drawn in part", async () => {
    const editor = renderEditor({ defaultValue: LONG });
    await expect.poll(() => markOfLine(editor, 0)).toBeDefined();
    const lines = LONG.split("\n");
    const short = [...lines.slice(0, 3), ...lines.slice(50, 60)].join("\n");
    editor.field.value = short;
    await expect.poll(() => mirrored(editor.container)).toBe(short);
    const changed = short.replace("55 {{", "55 new {{");
    editor.field.value = changed;
    await expect.poll(() => mirrored(editor.container)).toBe(changed);
    expect(editor.marks()).toHaveLength(13);
  });

  it("draws what a script wrote far down while the field was hidden", async () => {
    const editor = renderEditor({ defaultValue: LONG });
    await expect.poll(() => markOfLine(editor, 0)).toBeDefined();
    editor.container.style.display = "none";
    const changed = LONG.replace("50 {{", "50 new {{");
    editor.field.value = changed;
    await expect.poll(() => mirrored(editor.container)).toBe(changed);
    editor.container.style.display = "";
    expect(mirrored(editor.container)).toBe(changed);
  });

  it("comes to rest, though not all of it is drawn", async () => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"],
      loopLimit: 200,
    });
    try {
      const editor = renderEditor({ defaultValue: LONG });
      await vi.runAllTimersAsync();
      editor.field.scrollTop = 200;
      editor.field.dispatchEvent(new Event("scroll"));
      await vi.runAllTimersAsync();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ["in the last line that is drawn", 3],
    ["far below", 55],
  ])("keeps lines and marks in order when lines are put in and taken out %s", async (_, at) => {
    const editor = renderEditor({ defaultValue: LONG });
    await expect.poll(() => markOfLine(editor, 0)).toBeDefined();
    const lines = LONG.split("\n");
    const end = lines.slice(0, at + 1).join("\n").length;
    await put(editor.field, end);
    await press("{Enter}");
    await typeText("new {{trigger.output.style}}");
    await press("{Escape}");
    await press("{Enter}");
    editor.field.scrollTop = editor.field.scrollHeight;
    await expect.poll(() => markOfLine(editor, 59)).toBeDefined();
    await expect.poll(() => mirrored(editor.container)).toBe(editor.field.value);
    select(editor.field, end, editor.field.value.length - 5);
    await press("{Delete}");
    await expect.poll(() => mirrored(editor.container)).toBe(editor.field.value);
    expect(editor.field.value.split("\n")).toHaveLength(at + 1);
  });
});
