import { ReactFlow, type NodeProps } from "@xyflow/react";
import { act, render } from "@testing-library/react";
import { createPortal } from "react-dom";
import { useState } from "react";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { useVariableAutocomplete } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts, renderEditor } from "./Editor.js";
import { painted, press, put, settled, typeText, waitForOpen } from "./keys.js";
import { SOURCES } from "./sources.js";

const topmost = (element: Element) => {
  const box = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(box.left + box.width / 2, box.top + 6);
  return hit !== null && element.contains(hit);
};

afterEach(() => page.viewport(414, 896));

/** A text area and a list of the host's, found by the same names. */
function OwnEditor() {
  const completion = useVariableAutocomplete({ variables: SOURCES, defaultValue: "" });
  return (
    <>
      <textarea {...completion.getInputProps()} data-imagenode-part="prompt-editor-input" />
      <ul {...completion.getListProps()} data-imagenode-part="prompt-editor-suggestions">
        <li>{completion.total}</li>
      </ul>
    </>
  );
}

describe("<PromptEditor.Suggestions /> in odd places", () => {
  it("[case 39] is whole and under the token in a scaled, clipped node, and follows a pan", async () => {
    const editor = renderEditor({
      style: { transform: "scale(.5)", transformOrigin: "0 0", overflow: "hidden", height: 130 },
    });
    await put(editor.field, 0);
    await typeText("a {{");
    await waitForOpen(editor);
    expect(topmost(editor.list)).toBe(true);
    const mark = editor.container.querySelector("mark")?.getBoundingClientRect();
    const before = editor.list.getBoundingClientRect();
    expect(Math.abs(before.left - Math.max(8, mark?.left ?? 0))).toBeLessThan(2);
    expect(before.top - (mark?.bottom ?? 0)).toBeLessThan(8);
    const root = editor.part("root");
    if (root) root.style.transform = "translate(60px, 40px) scale(2)";
    await painted();
    await painted();
    const after = editor.list.getBoundingClientRect();
    const moved = editor.container.querySelector("mark")?.getBoundingClientRect();
    expect(Math.abs(after.top - (moved?.bottom ?? 0) - 4)).toBeLessThan(2);
  });

  it.each([
    ["", Editor],
    [", with a text area of the host's", OwnEditor],
  ])("[case 39] neither zooms nor drags a React Flow node%s", async (_name, Inside) => {
    const onMove = vi.fn();
    const onNodeDrag = vi.fn();
    const nodeTypes = { prompt: (_props: NodeProps) => <Inside /> };
    const nodes = [{ id: "1", type: "prompt", position: { x: 0, y: 0 }, data: {} }];
    const { container } = render(
      <div style={{ width: 400, height: 300 }}>
        <ReactFlow nodes={nodes} nodeTypes={nodeTypes} onMove={onMove} onNodeDrag={onNodeDrag} />
      </div>,
    );
    const visible = { visibilityProperty: true };
    await expect.poll(() => container.querySelector("textarea")?.checkVisibility(visible)).toBe(true);
    const editor = findParts(container);
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    onMove.mockClear();
    for (const target of [editor.list, editor.field]) {
      target.dispatchEvent(new WheelEvent("wheel", { deltaY: 80, bubbles: true, cancelable: true }));
      for (const type of ["pointerdown", "mousedown"]) {
        const init = { clientX: 5, clientY: 5, bubbles: true, cancelable: true, button: 0, view: window };
        target.dispatchEvent(
          type === "mousedown" ? new MouseEvent(type, init) : new PointerEvent(type, init),
        );
      }
      // The first one only begins a drag.
      for (const at of [40, 90]) {
        window.dispatchEvent(new MouseEvent("mousemove", { clientX: at, clientY: at, view: window }));
      }
      window.dispatchEvent(new MouseEvent("mouseup", { clientX: 90, clientY: 90, view: window }));
    }
    await settled();
    expect(onMove).not.toHaveBeenCalled();
    expect(onNodeDrag).not.toHaveBeenCalled();
    await press("{Escape}");
    expect(editor.isOpen()).toBe(false);
  });

  it("[case 8] [case 41] takes Escape for itself in a modal dialog, which closes only on the next one", async () => {
    function Host() {
      const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
      if (dialog && !dialog.open) dialog.showModal();
      return (
        <dialog ref={setDialog}>
          <Editor />
        </dialog>
      );
    }
    const { container } = render(<Host />);
    const editor = findParts(container);
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    expect(topmost(editor.list)).toBe(true);
    await press("{Escape}");
    const dialog = container.querySelector("dialog");
    expect(editor.isOpen()).toBe(false);
    expect(dialog?.open).toBe(true);
    await press("{Escape}");
    await expect.poll(() => dialog?.open).toBe(false);
  });

  it("[case 8] [case 41] takes Escape before a document that listens in the capture phase, as Radix does", async () => {
    const onEscape = vi.fn();
    const listener = (event: KeyboardEvent) => void (event.key === "Escape" && onEscape());
    document.addEventListener("keydown", listener, true);
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await press("{Escape}");
    expect(onEscape).not.toHaveBeenCalled();
    await press("{Escape}");
    expect(onEscape).toHaveBeenCalledOnce();
    document.removeEventListener("keydown", listener, true);
  });

  it("[case 40] works in a shadow root", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    const shadow = host.attachShadow({ mode: "open" });
    render(<>{createPortal(<Editor />, shadow)}</>);
    const editor = findParts(shadow);
    await put(editor.field, 0);
    await typeText("A {{mood");
    await waitForOpen(editor);
    expect(topmost(editor.list)).toBe(true);
    await press("{Escape}");
    expect(editor.isOpen()).toBe(false);
    await press("{Control>} {/Control}");
    await waitForOpen(editor);
    await press("{Enter}");
    expect(editor.field.value).toBe("A {{agent.output.structured.mood}}");
    await press("{Control>}z{/Control}");
    expect(editor.field.value).toBe("A {{mood");
    host.remove();
  });

  it("[case 40] works in the document of an iframe", async () => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "width:400px;height:400px";
    document.body.append(frame);
    const body = frame.contentDocument?.body;
    if (!body) throw new Error("no frame");
    render(<>{createPortal(<Editor defaultValue="A {{mood" />, body)}</>);
    const editor = findParts(body);
    act(() => editor.field.focus());
    editor.field.setSelectionRange(8, 8);
    const key = (init: KeyboardEventInit) =>
      act(
        () =>
          void editor.field.dispatchEvent(
            new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
          ),
      );
    key({ key: " ", ctrlKey: true });
    await waitForOpen(editor);
    key({ key: "Enter" });
    expect(editor.field.value).toBe("A {{agent.output.structured.mood}}");
    frame.remove();
  });

  it("[case 43] closes on a click elsewhere, and not on a press on the list's own edge", async () => {
    const editor = renderEditor({
      extra: (
        <p id="elsewhere" style={{ position: "fixed", bottom: 0, right: 0 }}>
          elsewhere
        </p>
      ),
    });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await userEvent.click(editor.list, { position: { x: 1, y: 1 } });
    expect(document.activeElement).toBe(editor.field);
    editor.field.setSelectionRange(2, 2);
    const elsewhere = document.getElementById("elsewhere");
    if (elsewhere) await userEvent.click(elsewhere, { force: true });
    await expect.poll(editor.isOpen).toBe(false);
  });

  it("[case 44] flips above the token, and is cut to the room that there is", async () => {
    await page.viewport(500, 300);
    const editor = renderEditor({ style: { marginTop: 180 } });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    const box = editor.list.getBoundingClientRect();
    expect(editor.list.dataset.side).toBe("top");
    expect(box.bottom).toBeLessThanOrEqual(editor.field.getBoundingClientRect().top + 8);
    expect(box.top).toBeGreaterThanOrEqual(0);
  });

  it("[case 44] hangs right above the token where the page has a scroll bar at its bottom", async () => {
    await page.viewport(500, 300);
    const rules = document.head.appendChild(document.createElement("style"));
    // Chromium without a window draws none.
    rules.textContent = "html { overflow-x: scroll }";
    onTestFinished(() => rules.remove());
    const editor = renderEditor({ style: { marginTop: 180 } });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    expect(editor.list.dataset.side).toBe("top");
    const mark = editor.container.querySelector("mark")?.getBoundingClientRect();
    expect(Math.abs((mark?.top ?? 0) - editor.list.getBoundingClientRect().bottom - 4)).toBeLessThan(2);
  });

  it("[case 44] keeps its place and its width near an edge, however often it is placed", async () => {
    await page.viewport(760, 700);
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("one two three {{");
    await waitForOpen(editor);
    const { left, right, top, width } = editor.list.getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(innerWidth - 8);
    const root = editor.part("root");
    for (const margin of [60, 90]) {
      if (root) root.style.marginTop = `${margin}px`;
      await expect.poll(() => editor.list.getBoundingClientRect().top).toBeGreaterThan(top + margin - 20);
      expect(editor.list.getBoundingClientRect()).toMatchObject({ left, right, width });
    }
  });

  it("[case 35] opens below the row that a token begins after a soft wrap", async () => {
    const editor = renderEditor({ inputStyle: { font: "16px monospace", width: 200 } });
    await put(editor.field, 0);
    await typeText("abcdefghijklmnopqrs {{");
    await waitForOpen(editor);
    await painted();
    const mark = editor.container.querySelector("mark")?.getBoundingClientRect();
    const field = editor.field.getBoundingClientRect();
    expect(mark?.top, "the token stands in the second row").toBeGreaterThan(field.top + 18);
    expect(Math.abs(editor.list.getBoundingClientRect().top - (mark?.bottom ?? 0) - 4)).toBeLessThan(3);
  });

  it("[case 28] hangs from the token's right edge in right-to-left text", async () => {
    const editor = renderEditor({ dir: "rtl" });
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    const box = editor.list.getBoundingClientRect();
    const field = editor.field.getBoundingClientRect();
    expect(box.right).toBeGreaterThan(field.left + field.width / 2);
    expect(box.right).toBeLessThanOrEqual(field.right);
  });
});
