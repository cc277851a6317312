import { describe, expect, it, vi } from "vitest";
import { byGesture } from "../byGesture.js";
import { mirrored, renderEditor } from "./Editor.js";
import { press, put, typeText, waitForClosed } from "./keys.js";

const UNDO = "{Control>}z{/Control}";
const REDO = "{Control>}{Shift>}z{/Shift}{/Control}";
const KNOWN = "{{trigger.output.style}}";

/** Puts a text on the real clipboard and pastes it by the real keys. */
async function paste(text: string): Promise<void> {
  await byGesture(() => navigator.clipboard.writeText(text));
  await press("{Control>}v{/Control}");
}

describe("a paste from the clipboard", () => {
  it.each<[name: string, pasted: string, written: string, marks: string[]]>([
    ["a known token", KNOWN, KNOWN, [`known:${KNOWN}`]],
    ["an unknown token", "{{nope.at.all}}", "{{nope.at.all}}", ["unknown:{{nope.at.all}}"]],
    ["the first half of a token", "{{trigger.out", "{{trigger.out", ["pending:{{trigger.out"]],
    ["the second half of a token", "put.style}}", "put.style}}", []],
    ["Windows line ends", `a\r\n${KNOWN}\r\nb\rc`, `a\n${KNOWN}\nb\nc`, [`known:${KNOWN}`]],
    ["a token across Windows lines", "{{trigger.\r\noutput}}", "{{trigger.\noutput}}", ["invalid:{{trigger"]],
    [
      "line separators that are none here",
      `a\u2028b\u2029${KNOWN}\u0085`,
      `a\u2028b\u2029${KNOWN}\u0085`,
      [`known:${KNOWN}`],
    ],
    ["tabs", `\tx\t\t${KNOWN}\ty`, `\tx\t\t${KNOWN}\ty`, [`known:${KNOWN}`]],
  ])(
    "[case 25] takes %s, tells it once, and goes back by one undo",
    async (_name, pasted, written, marks) => {
      const onValueChange = vi.fn();
      const editor = renderEditor({ defaultValue: "A  cat", onValueChange });
      await put(editor.field, 2);
      await paste(pasted);
      const after = `A ${written} cat`;
      await expect.poll(() => editor.field.value).toBe(after);
      expect(onValueChange.mock.calls).toEqual([[after]]);
      expect(editor.field.selectionStart).toBe(`A ${written}`.length);
      await expect.poll(() => mirrored(editor.container)).toBe(after);
      await expect.poll(() => editor.marks().map((mark) => mark.replace(/ cat$/, ""))).toEqual(marks);
      await press(UNDO);
      expect(editor.field.value).toBe("A  cat");
      expect(onValueChange).toHaveBeenLastCalledWith("A  cat");
      await expect.poll(() => mirrored(editor.container)).toBe("A  cat");
      await waitForClosed(editor);
      await press(REDO);
      expect(editor.field.value).toBe(after);
      await expect.poll(() => mirrored(editor.container)).toBe(after);
    },
  );

  it("[case 25] replaces what is selected, tokens and halves of them, in one step", async () => {
    const text = `one ${KNOWN} two`;
    const editor = renderEditor({ defaultValue: text });
    await put(editor.field, 0);
    editor.field.setSelectionRange("one {{trigger".length, text.length);
    await paste(".output.size}}\r\nthree");
    expect(editor.field.value).toBe("one {{trigger.output.size}}\nthree");
    await expect.poll(editor.marks).toEqual(["known:{{trigger.output.size}}"]);
    await press(UNDO);
    expect(editor.field.value).toBe(text);
    await expect.poll(editor.marks).toEqual([`known:${KNOWN}`]);
  });

  it("[case 25] takes a megabyte of lines and tokens in one step, keeps typing after it, and goes back", async () => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ defaultValue: `${KNOWN} `, onValueChange });
    await put(editor.field, editor.field.value.length);
    const words = "a\u2028b\t{{agent.output.structured.mood}} {{nope}} {{half";
    const pasted = `${words.repeat(20)}\r\n`.repeat(Math.ceil(1_000_000 / words.length / 20));
    await paste(pasted);
    const after = `${KNOWN} ${pasted.replaceAll("\r\n", "\n")}`;
    await expect.poll(() => editor.field.value.length).toBe(after.length);
    expect(editor.field.value === after, "the text is the clipboard's").toBe(true);
    expect(onValueChange).toHaveBeenCalledOnce();
    await expect.poll(() => editor.part("highlight")?.dataset.unmarked).toBe("");
    expect(editor.marks()).toEqual([]);
    await typeText("x");
    expect(editor.field.value === `${after}x`, "a letter is still a letter").toBe(true);
    await press(UNDO + UNDO);
    expect(editor.field.value).toBe(`${KNOWN} `);
    await expect.poll(editor.marks).toEqual([`known:${KNOWN}`]);
    await expect.poll(() => mirrored(editor.container)).toBe(`${KNOWN} `);
  });
});
