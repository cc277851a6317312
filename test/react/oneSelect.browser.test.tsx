import { render, screen, waitFor } from "@testing-library/react";
import {
  AspectRatioSelect,
  ConfigForm,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
} from "image-generation-node";
import type { CatalogSelectParts } from "image-generation-node";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";

/** One component of a host's for all four selects. */
function MySelect({ parts: Select }: { parts: CatalogSelectParts }) {
  return (
    <Select.Root>
      <Select.Label className="my-label" />
      <Select.Trigger className="my-select">
        <Select.Value />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="my-list" />
      </Select.Portal>
    </Select.Root>
  );
}

describe("a component that takes CatalogSelectParts", () => {
  it.each([
    ["Image model", ImageModelSelect, "Acme Painter"],
    ["Prompt model", PromptModelSelect, "Acme Writer"],
    ["Aspect ratio", AspectRatioSelect, "Portrait 9:16"],
    ["Style", StyleSelect, "Watercolor"],
  ])("is the select %s", async (name, parts, choice) => {
    render(
      <Node>
        <ConfigForm.Root defaultValue={cat()}>
          <MySelect parts={parts} />
        </ConfigForm.Root>
      </Node>,
    );
    const trigger = screen.getByRole("combobox", { name });
    await userEvent.click(trigger);
    await userEvent.click(await screen.findByRole("option", { name: choice }));
    await waitFor(() => expect(trigger.textContent).toContain(choice));
    expect(trigger.className).toBe("my-select");
  });
});
