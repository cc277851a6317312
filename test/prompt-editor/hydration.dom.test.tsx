import { act } from "@testing-library/react";
import { StrictMode, useState } from "react";
import type { ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createImageNodeConfig } from "image-generation-node/contract";
import { ConfigForm, Field, PromptEditor, useVariableAutocomplete } from "image-generation-node";
import { Editor, findParts } from "./Editor.js";
import { SOURCES } from "./sources.js";

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

/** Puts the server's page into the document, types into its field, and lets React take it over. */
async function wakeUp(page: ReactNode, typed?: string) {
  const container = document.createElement("div");
  container.innerHTML = renderToString(page);
  document.body.append(container);
  const field = container.querySelector("textarea") as HTMLTextAreaElement;
  if (typed !== undefined) {
    field.value = typed;
    field.setSelectionRange(1, 2);
  }
  const root = await act(async () => hydrateRoot(container, page));
  opened.push(() => {
    act(() => root.unmount());
    container.remove();
  });
  return { container, field };
}

describe("hydration", () => {
  it("[case 45] takes over what the server rendered without a warning, and draws the marks", async () => {
    const onValueChange = vi.fn();
    const { container, field } = await wakeUp(
      <Editor defaultValue="A {{trigger.output.style}} cat" onValueChange={onValueChange} />,
    );
    const editor = findParts(container);
    expect(editor.field).toBe(field);
    expect(field.value).toBe("A {{trigger.output.style}} cat");
    await expect.poll(editor.marks).toEqual(["known:{{trigger.output.style}}"]);
    expect(editor.part("status")).not.toBeNull();
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it.each([
    ["an empty field", ""],
    ["a text of the server's", "A cat"],
    ["a text of several lines", "A\r\ncat"],
  ])(
    "adopts what was typed into %s before the page woke up, and tells the host once",
    async (_name, text) => {
      const onValueChange = vi.fn();
      const { field } = await wakeUp(
        <StrictMode>
          <Editor defaultValue={text} onValueChange={onValueChange} />
        </StrictMode>,
        "A fox",
      );
      expect(field.value).toBe("A fox");
      expect([field.selectionStart, field.selectionEnd]).toEqual([1, 2]);
      expect(onValueChange.mock.calls).toEqual([["A fox"]]);
    },
  );

  it("adopts it where a host holds the text", async () => {
    const onValueChange = vi.fn();
    function Host() {
      const [text, setText] = useState("A cat");
      return <Editor value={text} onValueChange={(next) => (onValueChange(next), setText(next))} />;
    }
    const { field } = await wakeUp(<Host />, "A fox");
    expect(field.value).toBe("A fox");
    expect(onValueChange.mock.calls).toEqual([["A fox"]]);
  });

  it.each(["held", "lent"])("adopts it in a form whose configuration is %s by the host", async (how) => {
    const onValueChange = vi.fn();
    const initial = createImageNodeConfig({ prompt: { template: "A cat" } });
    function Host() {
      const [config, setConfig] = useState(initial);
      const given = how === "held" ? { value: config } : { defaultValue: initial };
      return (
        <ConfigForm.Root {...given} onValueChange={(next) => (onValueChange(next), setConfig(next))}>
          <Field.Root name="prompt.template">
            <PromptEditor.Root variables={SOURCES}>
              <PromptEditor.Input />
            </PromptEditor.Root>
          </Field.Root>
        </ConfigForm.Root>
      );
    }
    const { field } = await wakeUp(<Host />, "A fox");
    expect(field.value).toBe("A fox");
    expect(onValueChange.mock.calls.map(([config]) => (config as typeof initial).prompt.template)).toEqual([
      "A fox",
    ]);
  });

  it("adopts it in a host's own text area, where React left it", async () => {
    const onValueChange = vi.fn();
    function Host() {
      const { getInputProps } = useVariableAutocomplete({ variables: SOURCES, onValueChange });
      return <textarea {...getInputProps()} />;
    }
    const { field } = await wakeUp(<Host />, "A fox");
    expect(field.value).toBe("A fox");
    expect(onValueChange.mock.calls).toEqual([["A fox"]]);
  });
});
