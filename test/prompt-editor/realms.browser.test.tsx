import { cleanup, render } from "@testing-library/react";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts } from "./Editor.js";
import { press, put, settled, typeText, waitForClosed, waitForOpen } from "./keys.js";

const KNOWN = "{{trigger.output.style}}";
const added: Element[] = [];

// Wide enough for the list to stand right under its token.
beforeEach(() => page.viewport(1100, 900));
afterEach(() => {
  cleanup();
  added.splice(0).forEach((element) => element.remove());
  return page.viewport(414, 896);
});

function append<E extends Element>(parent: Node, element: E): E {
  parent.appendChild(element);
  if (parent === document.body) added.push(element);
  return element;
}

/** A frame of the same origin, of which the document is the page's own. */
function openFrame(): Document {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width:1000px;height:480px;border:0";
  append(document.body, frame);
  if (!frame.contentDocument) throw new Error("There is no frame.");
  return frame.contentDocument;
}

/** Shadow roots in one another; the innermost comes back. */
function nest(parent: Node, depth: number): ShadowRoot {
  const host = append(parent, (parent.ownerDocument ?? document).createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  return depth > 1 ? nest(root, depth - 1) : root;
}

const PLACES: [name: string, open: () => Element | ShadowRoot][] = [
  ["an iframe", () => openFrame().body],
  ["a shadow root in two others", () => nest(document.body, 3)],
  ["nested shadow roots in an iframe", () => nest(openFrame().body, 2)],
];

describe.each(PLACES)("[case 40] with real keys in %s", (_name, open) => {
  function show() {
    const place = open();
    const onValueChange = vi.fn();
    render(
      <>
        {createPortal(
          <Editor onValueChange={onValueChange} extra={<PromptEditor.InsertButton />} />,
          place as Element,
        )}
      </>,
    );
    const root = place.getRootNode() as Document | ShadowRoot;
    const deepest = () => root.activeElement;
    return { ...findParts(place), place, root, onValueChange, deepest };
  }

  it("completes, moves in the list, undoes and marks", async () => {
    const editor = show();
    await put(editor.field, 0);
    expect(editor.deepest()).toBe(editor.field);
    await typeText("A {{o");
    await waitForOpen(editor);
    const first = editor.active();
    await press("{ArrowDown}");
    await expect.poll(editor.active).not.toBe(first);
    const row = editor.root.getElementById(editor.field.getAttribute("aria-activedescendant") ?? "");
    expect(row?.getAttribute("aria-selected")).toBe("true");
    await press("{ArrowUp}{Backspace}");
    await typeText("trigger.output.sty");
    await expect.poll(editor.active).toBe("trigger.output.style");
    await settled();
    await press("{Enter}");
    expect(editor.field.value).toBe(`A ${KNOWN}`);
    expect(editor.onValueChange).toHaveBeenLastCalledWith(`A ${KNOWN}`);
    await expect.poll(editor.marks).toEqual([`known:${KNOWN}`]);
    await press("{Control>}z{/Control}");
    expect(editor.field.value).toBe("A {{trigger.output.sty");
    await press("{Control>}{Shift>}z{/Shift}{/Control}");
    expect(editor.field.value).toBe(`A ${KNOWN}`);
  });

  it("hangs the list under its token, in the top layer, and follows it", async () => {
    const editor = show();
    await put(editor.field, 0);
    await typeText("one {{");
    await waitForOpen(editor);
    const gap = () => {
      const mark = (editor.place as ParentNode).querySelector("mark")?.getBoundingClientRect();
      const list = editor.list.getBoundingClientRect();
      return { left: list.left - (mark?.left ?? 0), top: list.top - (mark?.bottom ?? 0) };
    };
    await expect.poll(gap).toEqual({ left: expect.closeTo(0, 0), top: expect.closeTo(4, -1) });
    const root = editor.part("root");
    if (root) root.style.marginTop = "60px";
    await expect.poll(gap).toEqual({ left: expect.closeTo(0, 0), top: expect.closeTo(4, -1) });
    const { left, top } = editor.list.getBoundingClientRect();
    const hit = editor.root.elementFromPoint(left + 8, top + 8);
    expect(editor.list.contains(hit)).toBe(true);
  });

  it("keeps Escape for the list, before whoever listens in its window, and leaves the next one", async () => {
    const editor = show();
    const view = editor.field.ownerDocument;
    const onEscape = vi.fn();
    view.addEventListener("keydown", ({ key }) => void (key === "Escape" && onEscape()), true);
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await press("{Escape}");
    await waitForClosed(editor);
    expect(onEscape).not.toHaveBeenCalled();
    expect(editor.field.value).toBe("{{");
    await press("{Escape}");
    expect(onEscape).toHaveBeenCalledOnce();
  });

  it("closes when the caret leaves the token by keys, and when the focus goes", async () => {
    const editor = show();
    await put(editor.field, 0);
    await typeText("a {{");
    await waitForOpen(editor);
    await press("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    await waitForClosed(editor);
    await press("{End}");
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    await press("{Shift>}{Tab}{/Shift}");
    await waitForClosed(editor);
    expect(editor.deepest()).not.toBe(editor.list);
  });

  it("keeps its letters and its caret when its parent writes", async () => {
    const place = open();
    const host = (value: string) => <>{createPortal(<Editor value={value} />, place as Element)}</>;
    const { rerender } = render(host("one two three"));
    const editor = findParts(place);
    await put(editor.field, 7);
    rerender(host("zero one two three"));
    expect(editor.field.value).toBe("zero one two three");
    expect(editor.field.selectionStart).toBe("zero one two".length);
    await typeText("!");
    expect(editor.field.value).toBe("zero one two! three");
  });

  it("finds a variable in the tree of all, by keys and by the mouse", async () => {
    const editor = show();
    await put(editor.field, 0);
    const button = editor.part<HTMLButtonElement>("insert-button");
    button?.focus();
    await press("{Enter}");
    const search = () => (editor.place as ParentNode).querySelector<HTMLInputElement>("input");
    await expect.poll(search).not.toBeNull();
    await expect.poll(editor.deepest).toBe(search());
    const pressed = new (editor.field.ownerDocument.defaultView ?? window).MouseEvent("mousedown", {
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    expect(search()?.dispatchEvent(pressed), "a press puts the caret into the search field").toBe(true);
    await typeText("mood");
    await expect
      .poll(() => (editor.place as ParentNode).querySelectorAll('[role="treeitem"]').length)
      .toBe(1);
    await press("{Enter}");
    await expect.poll(() => editor.field.value).toBe("{{agent.output.structured.mood}}");
  });
});
