import { act, screen } from "@testing-library/react";
import { ImageNodePanel, PromptEditor, useVariableAutocomplete } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderInHost } from "./PortalHost.js";
import { variables } from "./samples.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

beforeEach(() => page.viewport(1100, 900));

function BareEditor() {
  return (
    <PromptEditor.Root variables={variables} defaultValue="A lamp">
      <PromptEditor.Label>Prompt</PromptEditor.Label>
      <PromptEditor.Input />
      <PromptEditor.Suggestions />
      <PromptEditor.InsertButton />
    </PromptEditor.Root>
  );
}

function OwnField() {
  const completion = useVariableAutocomplete({ variables, defaultValue: "A lamp" });
  return (
    <>
      <textarea aria-label="Prompt" {...completion.getInputProps()} />
      <ul {...completion.getListProps()}>
        {completion.items.map((variable, position) => (
          <li key={variable.path} {...completion.getOptionProps(position)}>
            {variable.path}
          </li>
        ))}
      </ul>
    </>
  );
}

const PLACES: [string, ReactNode][] = [
  ["the panel", <ImageNodePanel key="1" defaultValue={config} />],
  ["an editor alone", <BareEditor key="2" />],
  ["a text area of the host's", <OwnField key="3" />],
];

describe("a host that draws the prompt through a portal", () => {
  it.each(PLACES)("hears a press in its document, and none through its tree (%s)", async (_name, parts) => {
    const { onEvent, onDocument } = renderInHost({}, parts);
    const expectPress = (element: Element) => {
      onEvent.mockClear();
      onDocument.mockClear();
      const init = { bubbles: true, cancelable: true };
      act(() => {
        element.dispatchEvent(new PointerEvent("pointerdown", init));
        element.dispatchEvent(new MouseEvent("mousedown", init));
        element.dispatchEvent(new WheelEvent("wheel", init));
      });
      expect(onDocument.mock.calls.flat()).toEqual(["pointerdown", "mousedown"]);
      expect(onEvent).not.toHaveBeenCalled();
      expect(element.closest(".nodrag.nowheel.nokey")).not.toBeNull();
    };
    const field = screen.getByRole("textbox", { name: "Prompt" });
    await userEvent.click(field);
    await userEvent.keyboard("{Control>} {/Control}");
    const list = await screen.findByRole("listbox");
    expectPress(field);
    expectPress(list);
    const opener = screen.queryByRole("button", { name: "Variables" });
    if (!opener) return;
    await userEvent.click(opener);
    expectPress(await screen.findByRole("tree"));
  });
});
