import { act, render } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cdp } from "vitest/browser";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts, renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";
import { SOURCES } from "./sources.js";

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

interface Change {
  disabled?: boolean;
  shown?: boolean;
}

interface Hideable {
  container: HTMLElement;
  update(change: Change): void;
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
    const editor = renderEditor({ value: "one " });
    await put(editor.field, 4);
    await compose("に");
    editor.rerender(<Editor value="two " />);
    expect(editor.field.value).toBe("one に");
    await commit("日");
    expect(editor.field.value).toBe("one 日");
  });

  it("[case 20] ends composing with what the parent said last, not with what it said before", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    let say: (text: string) => void = () => undefined;
    let said = "";
    function Host() {
      const [text, setText] = useState("one ");
      say = setText;
      said = text;
      return <Editor value={text} onValueChange={setText} />;
    }
    const { container } = render(<Host />);
    const { field } = findParts(container);
    await put(field, 4);
    await compose("に");
    act(() => say("two "));
    expect(field.value).toBe("one に");
    await commit("日");
    await settled();
    expect(field.value).toBe("one 日");
    expect(said).toBe("one 日");
    warn.mockRestore();
  });

  it.each<[name: string, hide: (editor: Hideable) => void, show: (editor: Hideable) => void]>([
    [
      "hidden",
      ({ container }) => (container.style.display = "none"),
      ({ container }) => (container.style.display = ""),
    ],
    ["disabled", ({ update }) => update({ disabled: true }), ({ update }) => update({ disabled: false })],
    ["taken away", ({ update }) => update({ shown: false }), ({ update }) => update({ shown: true })],
  ])("[case 38] works as before after its field was %s while composing", async (_name, hide, show) => {
    const host = (text: string, { disabled = false, shown = true }: Change) => (
      <PromptEditor.Root variables={SOURCES} value={text} disabled={disabled}>
        <PromptEditor.Highlight />
        {shown && <PromptEditor.Input />}
        <PromptEditor.Suggestions />
      </PromptEditor.Root>
    );
    const { container, rerender } = render(host("one ", {}));
    const before = findParts(container);
    const editor = { container, update: (change: Change) => rerender(host("one ", change)) };
    await put(before.field, 4);
    await typeText("{{");
    await waitForOpen(before);
    await compose("に");
    await settled();
    hide(editor);
    await settled();
    expect(before.isOpen()).toBe(false);
    expect(document.querySelector(":popover-open")).toBeNull();
    show(editor);
    await settled();
    rerender(host("quite another text ", {}));
    const after = findParts(container);
    expect(after.field.value).toBe("quite another text ");
    await put(after.field, after.field.value.length);
    await typeText("{{mood");
    await waitForOpen(after);
    await press("{Enter}");
    expect(after.field.value).toBe("quite another text {{agent.output.structured.mood}}");
  });
});
