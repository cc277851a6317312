import { afterEach, describe, expect, it, vi } from "vitest";
import { cdp } from "vitest/browser";
import { renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";

/** The one part of the protocol that these tests use. */
interface InputProtocol {
  send(method: string, params: Record<string, unknown>): Promise<unknown>;
}

const protocol = () => cdp() as unknown as InputProtocol;
const compose = (text: string) =>
  protocol().send("Input.imeSetComposition", {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const commit = (text: string) => protocol().send("Input.insertText", { text });

/** A key as an input method sends it: `keyCode` 229, or the real one with `isComposing`. */
function imeKey(field: HTMLElement, key: string, init: KeyboardEventInit = { keyCode: 229 }): boolean {
  return field.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...init }),
  );
}

afterEach(() => vi.restoreAllMocks());

describe("input methods", () => {
  it.each([
    ["Japanese", ["k", "か", "かn", "かに"], "蟹"],
    ["Chinese", ["n", "ni", "ni'h", "ni'hao"], "你好"],
    ["Korean", ["ㅎ", "하", "한"], "한"],
  ])("[case 22] leaves %s composition beside a token alone", async (_language, steps, result) => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ defaultValue: "A {{trigger.output.style}} ", onValueChange });
    await put(editor.field, editor.field.value.length);
    for (const step of steps) await compose(step);
    await settled();
    expect(editor.isOpen()).toBe(false);
    await commit(result);
    expect(editor.field.value).toBe(`A {{trigger.output.style}} ${result}`);
    expect(onValueChange).toHaveBeenLastCalledWith(editor.field.value);
  });

  it("[case 22] takes no key for the list while something is composed inside a token", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await press("{ArrowDown}");
    await expect.poll(() => editor.field.getAttribute("aria-activedescendant")).not.toBeNull();
    await compose("に");
    expect(editor.field.getAttribute("aria-activedescendant")).toBeNull();
    for (const key of ["Enter", "Tab", "Escape", "ArrowDown", "ArrowUp", "."]) {
      expect(imeKey(editor.field, key), key).toBe(true);
      expect(imeKey(editor.field, key, { keyCode: 13, isComposing: true }), key).toBe(true);
    }
    await settled();
    expect(editor.field.value).toBe("{{に");
    expect(editor.field.getAttribute("aria-activedescendant")).toBeNull();
    await commit("日");
    expect(editor.field.value).toBe("{{日");
  });

  it("[case 22] opens no list while something is composed in a closed token, and opens it afterwards", async () => {
    const editor = renderEditor({ defaultValue: "{{trigger.output.style}}" });
    await put(editor.field, "{{trigger.output.sty".length);
    await compose("n");
    await compose("に");
    await settled();
    expect(editor.isOpen()).toBe(false);
    await commit("日");
    await expect.poll(editor.isOpen).toBe(true);
  });

  it("[case 22] ignores the Enter that Safari sends after the composition has ended", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{mood");
    await waitForOpen(editor);
    await compose("あ");
    await commit("");
    expect(imeKey(editor.field, "Enter")).toBe(true);
    expect(editor.field.value).toBe("{{mood");
  });

  it("[case 23] follows text that comes without telling keys, as on Android", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    for (const letter of "{{subj") {
      imeKey(editor.field, "Unidentified");
      await commit(letter);
    }
    await waitForOpen(editor);
    expect(editor.active()).toBe("agent.output.structured.subject");
    document.execCommand("delete");
    editor.field.setSelectionRange(2, editor.field.value.length);
    await commit("mood");
    await expect.poll(editor.active).toBe("agent.output.structured.mood");
  });

  it("[case 20] keeps the parent's new value back until the composition has ended", async () => {
    const { Editor } = await import("./Editor.js");
    const editor = renderEditor({ value: "one " });
    await put(editor.field, 4);
    await compose("に");
    editor.rerender(<Editor value="two " />);
    expect(editor.field.value).toBe("one に");
    await commit("日");
    expect(editor.field.value).toBe("one 日");
  });
});
