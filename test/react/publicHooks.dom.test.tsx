import { render } from "@testing-library/react";
import { useCatalogSelect, useField, useModelSettings, usePreview, useSetting } from "image-generation-node";
import { describe, expect, it, vi } from "vitest";

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
