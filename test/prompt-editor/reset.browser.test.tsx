import { act, render } from "@testing-library/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { describe, expect, it, vi } from "vitest";
import { PromptEditor } from "../../src/react/prompt-editor/index.js";
import { Editor, findParts } from "./Editor.js";
import { press, put, settled, typeText, waitForClosed, waitForOpen } from "./keys.js";
import { SOURCES } from "./sources.js";

const KNOWN = "{{trigger.output.style}}";

const rendered = (element: React.ReactElement) => {
  const view = render(element);
  return { ...view, ...findParts(view.container) };
};

describe("a text that is set back from outside", () => {
  it("[case 18] follows form.reset() while its list is open, controlled or not, and goes on", async () => {
    function Host({ text }: { text?: string }) {
      const [value, setValue] = useState(text);
      const props = text === undefined ? { defaultValue: KNOWN } : { value, onValueChange: setValue };
      return (
        <form>
          <Editor {...props} name="prompt" />
          <output>{value}</output>
        </form>
      );
    }
    for (const text of [undefined, KNOWN]) {
      const editor = rendered(<Host {...(text !== undefined && { text })} />);
      const form = editor.container.querySelector("form");
      for (const round of ["first", "second"]) {
        await put(editor.field, editor.field.value.length);
        await typeText(" {{moo");
        await waitForOpen(editor);
        act(() => form?.reset());
        await waitForClosed(editor);
        await settled();
        expect(editor.field.value, round).toBe(KNOWN);
        expect(form && new FormData(form).get("prompt")).toBe(KNOWN);
        if (text !== undefined) expect(editor.container.querySelector("output")?.textContent).toBe(KNOWN);
        await expect.poll(editor.marks).toEqual([`known:${KNOWN}`]);
      }
      editor.unmount();
    }
  });

  it("[case 18] leaves the reset of another form alone", async () => {
    const onValueChange = vi.fn();
    const { container } = render(
      <>
        <form>
          <Editor defaultValue="a" onValueChange={onValueChange} />
        </form>
        <form id="other" />
      </>,
    );
    const editor = findParts(container);
    await put(editor.field, 1);
    await typeText("b");
    act(() => container.querySelector<HTMLFormElement>("#other")?.reset());
    await settled();
    expect(editor.field.value).toBe("ab");
    expect(onValueChange.mock.calls).toEqual([["ab"]]);
  });

  it("[case 18] follows reset and setValue of a form library that registered its field", async () => {
    let form:
      { reset(values: { prompt: string }): void; setValue(name: "prompt", text: string): void } | undefined;
    function Host() {
      const { register, reset, setValue } = useForm({ defaultValues: { prompt: "first" } });
      form = { reset, setValue };
      return (
        <form>
          <PromptEditor.Root variables={SOURCES}>
            <PromptEditor.Highlight />
            <PromptEditor.Input {...register("prompt")} />
            <PromptEditor.Suggestions />
          </PromptEditor.Root>
        </form>
      );
    }
    const editor = rendered(<Host />);
    await put(editor.field, 5);
    await typeText(" {{moo");
    await waitForOpen(editor);
    act(() => form?.reset({ prompt: KNOWN }));
    await waitForClosed(editor);
    expect(editor.field.value).toBe(KNOWN);
    await expect.poll(editor.marks).toEqual([`known:${KNOWN}`]);
    act(() => form?.setValue("prompt", "{{nope}}"));
    expect(editor.field.value).toBe("{{nope}}");
    await expect.poll(editor.marks).toEqual(["unknown:{{nope}}"]);
    await settled();
    expect(editor.field.value).toBe("{{nope}}");
  });

  it("[case 18] starts anew under another key: text, list, marks and undo, and commits what was typed", async () => {
    const commits: string[] = [];
    const host = (id: string, text: string) => (
      <Editor key={id} defaultValue={text} onValueCommit={(value) => commits.push(`${id}:${value}`)} />
    );
    const { container, rerender } = render(host("one", "one "));
    const before = findParts(container);
    await put(before.field, 4);
    await typeText("{{moo");
    await waitForOpen(before);
    rerender(host("two", KNOWN));
    const after = findParts(container);
    expect(after.field).not.toBe(before.field);
    expect(after.field.value).toBe(KNOWN);
    expect(commits).toEqual(["one:one {{moo"]);
    expect(document.querySelector(":popover-open")).toBeNull();
    await expect.poll(after.marks).toEqual([`known:${KNOWN}`]);
    await put(after.field, KNOWN.length);
    await press("{Control>}z{/Control}");
    expect(after.field.value).toBe(KNOWN);
    await typeText("{{mood");
    await waitForOpen(after);
    await press("{Enter}");
    expect(after.field.value).toBe(`${KNOWN}{{agent.output.structured.mood}}`);
    act(() => after.field.blur());
    expect(commits.slice(1)).toEqual([`two:${after.field.value}`]);
  });
});
