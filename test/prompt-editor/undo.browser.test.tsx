import { render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { writeText } from "../../src/react/prompt-editor/textarea/writeText.js";
import { mirrored, renderEditor } from "./Editor.js";
import { painted, press, put, typeText, waitForOpen } from "./keys.js";

const UNDO = "{Control>}z{/Control}";
const REDO = "{Control>}{Shift>}z{/Shift}{/Control}";

describe("undo and redo", () => {
  it("[case 15] undoes an accepted variable in exactly one step, redoes it, and restores the caret", async () => {
    const editor = renderEditor({ defaultValue: "A  cat" });
    await put(editor.field, 2);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    const accepted = "A {{agent.output.structured.mood}} cat";
    expect(editor.field.value).toBe(accepted);
    await press(UNDO);
    expect(editor.field.value).toBe("A {{mood cat");
    expect(editor.field.selectionEnd).toBe("A {{mood".length);
    await press(REDO);
    expect(editor.field.value).toBe(accepted);
    expect(editor.field.selectionStart).toBe(accepted.length - " cat".length);
  });

  it("[case 16] takes back what was typed in one go at once, as a plain field does, before and after a token", async () => {
    const onValueChange = vi.fn();
    for (const text of ["", "{{trigger.output.style}} and\n"]) {
      const editor = renderEditor({ defaultValue: text, onValueChange });
      await put(editor.field, text.length);
      await expect.poll(() => mirrored(editor.container)).toBe(text);
      for (const letter of "one two") {
        await typeText(letter);
        await painted();
      }
      await expect.poll(() => mirrored(editor.container)).toBe(`${text}one two`);
      await press(UNDO);
      expect(editor.field.value).toBe(text);
      expect(onValueChange).toHaveBeenLastCalledWith(text);
      editor.unmount();
    }
  });

  it("[case 15] keeps what is written apart from what is typed before and after it", async () => {
    const { container } = render(<textarea />);
    const field = container.querySelector("textarea");
    if (!field) throw new Error("There is no field.");
    await put(field, 0);
    await typeText("a {{mo");
    writeText(field, { start: 2, end: 6, text: "{{mood}}" });
    await typeText(" fox ");
    writeText(field, { start: 15, end: 15, text: "{{style}}" });
    await typeText("!");
    const states = [field.value];
    while (field.value !== "" && states.length < 9) {
      await press(UNDO);
      states.push(field.value);
    }
    expect(states).toEqual([
      "a {{mood}} fox {{style}}!",
      "a {{mood}} fox {{style}}",
      "a {{mood}} fox ",
      "a {{mood}}",
      "a {{mo",
      "",
    ]);
  });

  it("[case 16] walks back to the beginning and forward to the end through the same states", async () => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ onValueChange });
    await put(editor.field, 0);
    const states = [""];
    const note = () => states.push(editor.field.value);
    await typeText("A {{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    note();
    await typeText(" fox");
    await press("{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}");
    await press("{Control>}x{/Control}");
    note();
    await press("{Control>}v{/Control}");
    note();
    await typeText(" {{style");
    await waitForOpen(editor);
    await press("{Enter}");
    note();
    const last = editor.field.value;
    expect(last).toBe("A {{agent.output.structured.mood}} fox {{trigger.output.style}}");
    const back: string[] = [last];
    for (let step = 0; step < 60 && editor.field.value !== ""; step++) {
      await press(UNDO);
      back.push(editor.field.value);
      await painted();
      expect(mirrored(editor.container)).toBe(editor.field.value);
    }
    expect(editor.field.value).toBe("");
    for (const state of states) expect(back).toContain(state);
    const forward = [""];
    for (let step = 1; step < back.length; step++) {
      await press(REDO);
      forward.push(editor.field.value);
    }
    expect(forward).toEqual(back.toReversed());
    expect(onValueChange).toHaveBeenLastCalledWith(last);
  });

  it("[case 13] keeps backdrop and value equal while a token is deleted by letters and by words", async () => {
    const editor = renderEditor({ defaultValue: "one\n{{trigger.output.style}} two\n\nthree" });
    await put(editor.field, "one\n{{trigger.output.style}} two".length);
    for (const keys of [
      "{Backspace}{Backspace}",
      "{Control>}{Backspace}{/Control}",
      "{Backspace}",
      "{Control>}{Backspace}{/Control}",
      "{Delete}{Delete}",
      UNDO,
      UNDO,
    ]) {
      await press(keys);
      await painted();
      expect(mirrored(editor.container)).toBe(editor.field.value);
    }
  });

  it("[case 25] keeps backdrop and value equal after pasting odd text", async () => {
    const editor = renderEditor();
    for (const text of [
      "{{trigger.output.style}} {{nope}} {{half",
      "a\r\nb\rc",
      "a\u2028b\u0085c",
      "\tx\t\ty",
      "e\u0301👩‍👩‍👧",
      "",
    ]) {
      await put(editor.field, 0);
      editor.field.select();
      document.execCommand("insertText", false, text);
      await painted();
      expect(mirrored(editor.container)).toBe(editor.field.value);
    }
  });
});
