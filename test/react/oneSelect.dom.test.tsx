import { render, screen } from "@testing-library/react";
import {
  AspectRatioSelect,
  ConfigForm,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
  useCatalogSelect,
  useField,
  useModelSettings,
  usePreview,
  useSetting,
} from "image-generation-node";
import type { CatalogSelectParts } from "image-generation-node";
import { describe, expect, it, vi } from "vitest";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";

/** One component of a host's for all four selects. */
function MySelect({ parts: Select }: { parts: CatalogSelectParts }) {
  return (
    <Select.Root defaultOpen>
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
    ["Aspect ratio", AspectRatioSelect, "Portrait"],
    ["Style", StyleSelect, "Watercolor"],
  ])("is the select %s", async (name, parts, choice) => {
    render(
      <Node>
        <ConfigForm.Root defaultValue={cat()}>
          <MySelect parts={parts} />
        </ConfigForm.Root>
      </Node>,
    );
    expect(await screen.findByRole("option", { name: choice })).toBeVisible();
    expect(document.querySelector(".my-list")).toHaveAttribute("role", "listbox");
    expect(document.querySelector(".my-select")).toHaveAccessibleName(name);
  });
});

describe("hooks outside of their root", () => {
  it.each([
    ["usePreview()", usePreview, "Preview.Root"],
    ["useField()", useField, "Field.Root"],
    ["useModelSettings()", useModelSettings, "ModelSettings.Root"],
    ["useSetting()", useSetting, "ModelSettings.Field"],
    ["useCatalogSelect()", useCatalogSelect, "ImageModelSelect.Root"],
  ])("%s names itself and the root", (name, useIt, root) => {
    const silence = vi.spyOn(console, "error").mockImplementation(() => undefined);
    function MyPart() {
      useIt();
      return null;
    }
    expect(() => render(<MyPart />)).toThrow(`${name} was called outside of <${root}`);
    silence.mockReset();
  });
});
