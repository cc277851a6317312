import { afterEach, describe, expect, it } from "vitest";
import { findMisfits } from "./findMisfits.js";

/** A page of 300 px with this in it. */
function show(html: string): HTMLElement {
  const root = document.createElement("div");
  root.style.cssText = "width: 300px; font: 16px/20px monospace";
  root.innerHTML = html;
  return document.body.appendChild(root);
}

afterEach(() => document.body.replaceChildren());

const part = (name: string) => `data-imagenode-part="${name}"`;
const LONG = "Benutzerfreundlichkeit";

describe("texts that do not fit", () => {
  it.each([
    ["nothing", `<p ${part("note")}>Short words that go on for more than one line of it</p>`, []],
    ["what is cut", `<p ${part("note")} style="width: 40px; overflow: hidden">${LONG}</p>`, [/^cut: note/]],
    ["data in an ellipsis", `<p ${part("panel-title")} style="width: 40px; overflow: clip">${LONG}</p>`, []],
    ["what scrolls", `<p ${part("note")} style="width: 40px; overflow-x: auto">${LONG}</p>`, []],
    [
      "what is outside of its button",
      `<button ${part("go")} style="width: 40px">${LONG}</button>`,
      [/^outside of its button: go/],
    ],
    [
      "a broken word",
      `<p ${part("note")} style="width: 60px; overflow-wrap: anywhere">${LONG}</p>`,
      [/^broken: Benutzerfreundlichkeit in note/],
    ],
    [
      "Japanese, which may end a line anywhere",
      `<p ${part("note")} style="width: 60px">読み込み中です</p>`,
      [],
    ],
    [
      "what is over another text",
      `<p ${part("one")} style="margin: 0">One</p><p ${part("two")} style="margin: -14px 0 0">Two</p>`,
      [/^over another: one "One" and two "Two"/],
    ],
    [
      "what is beyond the side",
      `<p ${part("note")} style="margin-left: -20px">Words</p>`,
      [/^beyond the side/],
    ],
    [
      "a column of a letter",
      `<p ${part("note")} style="width: 18px">読み込み中です</p>`,
      [/^squeezed: note/],
    ],
    [
      "a button that is cut",
      `<div style="height: 24px; overflow: hidden"><button ${part("go")} style="padding: 8px">Go</button></div>`,
      [/^cut: go/],
    ],
    [
      "what only a screen reader gets",
      `<p ${part("note")} style="position: absolute; width: 1px; height: 1px; overflow: hidden">Words</p>`,
      [],
    ],
  ])("are found: %s", (_, html, expected) => {
    expect(findMisfits(show(html))).toEqual(expected.map((line) => expect.stringMatching(line) as string));
  });
});
