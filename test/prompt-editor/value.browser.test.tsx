import { act, render } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { describe, expect, it, vi } from "vitest";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts, renderEditor } from "./Editor.js";
import { press, put, settled, typeText, waitForOpen } from "./keys.js";
import { SOURCES } from "./sources.js";

const rendered = (element: React.ReactElement) => {
  const view = render(element);
  return { ...view, ...findParts(view.container) };
};

describe("<PromptEditor.Root /> and its value", () => {
  it("[case 17] tells one change per edit, controlled by an echoing parent in strict mode", async () => {
    const onValueChange = vi.fn();
    function Host() {
      const [text, setText] = useState("a");
      return <Editor value={text} onValueChange={(next) => (onValueChange(next), setText(next))} />;
    }
    const editor = rendered(
      <StrictMode>
        <Host />
      </StrictMode>,
    );
    await put(editor.field, 1);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    expect(onValueChange.mock.calls.map(([text]) => text as string)).toEqual([
      "a{",
      "a{{",
      "a{{m",
      "a{{mo",
      "a{{moo",
      "a{{mood",
      "a{{agent.output.structured.mood}}",
    ]);
    expect(editor.field.value).toBe("a{{agent.output.structured.mood}}");
  });

  it("[case 17] works as an uncontrolled field, under a Controller and registered", async () => {
    let values: { controlled: string; registered: string } | undefined;
    let set: ((text: string) => void) | undefined;
    function Host() {
      const form = useForm({ defaultValues: { controlled: "c", registered: "r" } });
      set = (text) => form.setValue("registered", text);
      return (
        <form onSubmit={(event) => void form.handleSubmit((data) => void (values = data))(event)}>
          <Controller
            control={form.control}
            name="controlled"
            render={({ field }) => (
              <div id="controlled">
                <Editor value={field.value} onValueChange={field.onChange} onBlur={field.onBlur} />
              </div>
            )}
          />
          <div id="registered">
            <PromptEditor.Root variables={SOURCES}>
              <PromptEditor.Highlight />
              <PromptEditor.Input {...form.register("registered")} />
              <PromptEditor.Suggestions />
            </PromptEditor.Root>
          </div>
          <button>Send</button>
        </form>
      );
    }
    const { container } = render(<Host />);
    const box = (id: string) => findParts(container.querySelector(id) ?? container);
    for (const id of ["#controlled", "#registered"]) {
      const editor = box(id);
      await put(editor.field, editor.field.value.length);
      await typeText("{{mood");
      await waitForOpen(editor);
      await press("{Enter}");
    }
    act(() => container.querySelector("button")?.click());
    await expect
      .poll(() => values)
      .toEqual({
        controlled: "c{{agent.output.structured.mood}}",
        registered: "r{{agent.output.structured.mood}}",
      });
    act(() => set?.("{{trigger.output.style}}"));
    await expect
      .poll(() => container.querySelector("#registered mark")?.textContent)
      .toBe("{{trigger.output.style}}");
  });

  it("[case 18] follows a native reset, and says so", async () => {
    const onValueChange = vi.fn();
    const { container } = render(
      <form>
        <Editor defaultValue="{{trigger.output.style}}" onValueChange={onValueChange} name="prompt" />
        <button type="reset">Reset</button>
      </form>,
    );
    const editor = findParts(container);
    await put(editor.field, 0);
    await typeText("xy");
    act(() => container.querySelector("button")?.click());
    await settled();
    expect(editor.field.value).toBe("{{trigger.output.style}}");
    expect(onValueChange).toHaveBeenLastCalledWith("{{trigger.output.style}}");
    expect(editor.marks()).toEqual(["known:{{trigger.output.style}}"]);
    const form = container.querySelector("form");
    expect(form && new FormData(form).get("prompt")).toBe("{{trigger.output.style}}");
  });

  it("[case 19] refuses a variable that does not fit, whole and aloud", async () => {
    const editor = renderEditor({ maxLength: 12 });
    await put(editor.field, 0);
    await typeText("{{mood");
    await waitForOpen(editor);
    await press("{Enter}");
    expect(editor.field.value).toBe("{{mood");
    await expect.poll(() => editor.part("status")?.textContent).toContain("12 characters");
  });

  it("[case 20] loses no letter and moves no caret under a parent that answers late", async () => {
    function Host() {
      const [text, setText] = useState("start end");
      return <Editor value={text} onValueChange={(next) => void setTimeout(() => setText(next), 40)} />;
    }
    const editor = rendered(<Host />);
    await put(editor.field, 5);
    await typeText(" abcdefghijklmnopqrstuvwxyz");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(editor.field.value).toBe("start abcdefghijklmnopqrstuvwxyz end");
    expect(editor.field.selectionStart).toBe("start abcdefghijklmnopqrstuvwxyz".length);
  });

  it("[case 20] writes a really different value, with the caret at its place in the text", async () => {
    const editor = renderEditor({ value: "one two three" });
    await put(editor.field, 7);
    editor.rerender(<Editor value="zero one two three" />);
    expect(editor.field.value).toBe("zero one two three");
    expect(editor.field.selectionStart).toBe("zero one two".length);
    editor.rerender(<Editor value="one two three" />);
    expect(editor.field.value).toBe("one two three");
  });

  it("[case 21] warns a parent that changes the text while it is typed", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    function Host() {
      const [text, setText] = useState("");
      return <Editor value={text} onValueChange={(next) => setText(next.toUpperCase())} />;
    }
    const editor = rendered(<Host />);
    await put(editor.field, 0);
    await typeText("ab");
    expect(editor.field.value).toBe("AB");
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toContain("onValueCommit");
    warn.mockRestore();
  });

  it("commits on blur, on an accepted variable and after a pause, and only what changed", async () => {
    const onValueCommit = vi.fn();
    const editor = renderEditor({ onValueCommit });
    await put(editor.field, 0);
    await typeText("ab");
    expect(onValueCommit).not.toHaveBeenCalled();
    await expect.poll(() => onValueCommit.mock.calls).toEqual([["ab"]]);
    act(() => editor.field.blur());
    expect(onValueCommit).toHaveBeenCalledOnce();
    await put(editor.field, 2);
    await typeText("c");
    act(() => editor.field.blur());
    expect(onValueCommit).toHaveBeenLastCalledWith("abc");
  });

  it.each([
    ["disabled", { disabled: true }],
    ["read-only", { readOnly: true }],
  ])("[case 42] neither opens nor writes when %s", async (_name, props) => {
    const onValueChange = vi.fn();
    const editor = renderEditor({ defaultValue: "{{mood", onValueChange, ...props });
    await put(editor.field, 6);
    await press("{Control>} {/Control}");
    await settled();
    expect(editor.isOpen()).toBe(false);
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it("[case 42] closes when it is disabled by a fieldset while open", async () => {
    const { container, rerender } = render(
      <fieldset>
        <Editor />
      </fieldset>,
    );
    const editor = findParts(container);
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    rerender(
      <fieldset disabled>
        <Editor />
      </fieldset>,
    );
    await expect.poll(editor.isOpen).toBe(false);
  });

  it("closes an open list when the parent takes its token away", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const editor = renderEditor({ value: "a" });
    await put(editor.field, 1);
    await typeText("{{");
    await waitForOpen(editor);
    editor.rerender(<Editor value="quite another text" />);
    await expect.poll(editor.isOpen).toBe(false);
    warn.mockRestore();
  });

  it("[case 38] survives being taken away while open and with a frame pending", async () => {
    const editor = renderEditor();
    await put(editor.field, 0);
    await typeText("{{");
    await waitForOpen(editor);
    await typeText("a");
    editor.unmount();
    await settled();
    expect(document.querySelector(":popover-open")).toBeNull();
  });
});
