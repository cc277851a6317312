import { act, fireEvent, render, screen } from "@testing-library/react";
import { createRef, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { createImageNodeConfig, type ImageNodeConfig } from "image-generation-node/contract";
import {
  ConfigForm,
  Field,
  PromptEditor,
  useConfigForm,
  useVariableAutocomplete,
} from "image-generation-node";
import { Editor, findParts } from "./Editor.js";
import { SOURCES } from "./sources.js";

/** Writes as a script of the page does: React's own record of the value follows, so that it hears of no edit. */
function writeByScript(field: HTMLTextAreaElement, text: string, event?: Event): void {
  act(() => {
    field.value = text;
    if (event) field.dispatchEvent(event);
  });
}
const inputEvent = () => new Event("input", { bubbles: true });

function renderForm(path: "prompt.template" | "prompt.instructions" = "prompt.template") {
  const onGenerate = vi.fn<(config: ImageNodeConfig) => void>();
  const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
  const read = createRef<() => ImageNodeConfig>();
  function Reader() {
    read.current = useConfigForm().getConfig;
    return null;
  }
  const mode = path === "prompt.template" ? "manual" : "prompt_ai";
  function Host() {
    const [config, setConfig] = useState(
      createImageNodeConfig({ prompt: { mode, template: "old", instructions: "old" } }),
    );
    const change = (next: ImageNodeConfig) => (onValueChange(next), setConfig(next));
    return (
      <ConfigForm.Root value={config} onValueChange={change} onGenerate={onGenerate}>
        <Field.Root name={path}>
          <PromptEditor.Root variables={SOURCES}>
            <PromptEditor.Label />
            <PromptEditor.Input />
          </PromptEditor.Root>
        </Field.Root>
        <ConfigForm.Generate />
        <Reader />
      </ConfigForm.Root>
    );
  }
  const view = render(<Host />);
  const field = view.container.querySelector("textarea") as HTMLTextAreaElement;
  const textOf = (config: ImageNodeConfig | undefined) =>
    config?.prompt[mode === "manual" ? "template" : "instructions"];
  return { ...view, field, onGenerate, onValueChange, textOf, read };
}

describe("what stands in the field is what is sent", () => {
  it.each([
    ["with an input event", inputEvent],
    ["without any event", () => undefined],
    ["with an event that does not bubble", () => new Event("input")],
    ["with a change event", () => new Event("change", { bubbles: true })],
  ])("reads what a script wrote %s when the run is made", async (_name, event) => {
    const { field, onGenerate, onValueChange, textOf } = renderForm();
    writeByScript(field, "new", event());
    fireEvent.click(screen.getByRole("button", { name: "Generate" }));
    await expect.poll(() => textOf(onGenerate.mock.calls[0]?.[0])).toBe("new");
    expect(onValueChange.mock.calls.map(([config]) => textOf(config))).toEqual(["new"]);
    expect(field.value).toBe("new");
  });

  it("reads the instructions too, and by Ctrl+Enter", async () => {
    const { field, onGenerate, textOf } = renderForm("prompt.instructions");
    writeByScript(field, "new");
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    await expect.poll(() => textOf(onGenerate.mock.calls[0]?.[0])).toBe("new");
  });

  it("gives the host the field's text where it asks for the configuration", () => {
    const { field, read, textOf } = renderForm();
    writeByScript(field, "new");
    let config: ImageNodeConfig | undefined;
    act(() => void (config = read.current?.()));
    expect(textOf(config)).toBe("new");
  });

  it("tells the host of an edit that React does not hear of, and of each one once", () => {
    const onValueChange = vi.fn();
    const { container } = render(<Editor defaultValue="old" onValueChange={onValueChange} />);
    const { field } = findParts(container);
    writeByScript(field, "new", inputEvent());
    expect(onValueChange.mock.calls).toEqual([["new"]]);
    fireEvent.change(field, { target: { value: "newer" } });
    expect(onValueChange.mock.calls).toEqual([["new"], ["newer"]]);
  });

  it("commits what a script wrote when the field is left", () => {
    const [onValueChange, onValueCommit] = [vi.fn(), vi.fn()];
    const { container } = render(<Editor defaultValue="old" {...{ onValueChange, onValueCommit }} />);
    const { field } = findParts(container);
    writeByScript(field, "new");
    fireEvent.blur(field);
    expect(onValueChange.mock.calls).toEqual([["new"]]);
    expect(onValueCommit.mock.calls).toEqual([["new"]]);
  });

  it("does the same in a host's own text area", () => {
    const onValueChange = vi.fn();
    function Host() {
      return <textarea {...useVariableAutocomplete({ variables: SOURCES, onValueChange }).getInputProps()} />;
    }
    const { container } = render(<Host />);
    writeByScript(container.querySelector("textarea") as HTMLTextAreaElement, "new", inputEvent());
    expect(onValueChange.mock.calls).toEqual([["new"]]);
  });
});

describe("<PromptEditor.Label />", () => {
  it.each([
    ["prompt.template", "Prompt"],
    ["prompt.instructions", "Instructions"],
  ] as const)("names what the field of %s holds", (path, name) => {
    expect(renderForm(path).field.labels[0]?.textContent).toBe(name);
  });

  it.each([
    ["manual", "Prompt"],
    ["prompt_ai", "Instructions"],
  ] as const)("names the text of the mode %s where no field says which", (mode, name) => {
    const { container } = render(
      <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt: { mode } })}>
        <PromptEditor.Root name="own">
          <PromptEditor.Label />
          <PromptEditor.Input />
        </PromptEditor.Root>
      </ConfigForm.Root>,
    );
    expect(container.querySelector("label")?.textContent).toBe(name);
  });

  it("says Prompt where the editor holds a text of its own", () => {
    const { container } = render(<Editor defaultValue="" />);
    expect(container.querySelector("label")?.textContent).toBe("Prompt");
  });
});
