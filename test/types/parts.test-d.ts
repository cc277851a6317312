import {
  AspectRatioSelect,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
  useCatalogSelect,
  useField,
  useModelSettings,
  usePreview,
  useSetting,
} from "image-generation-node";
import type { CatalogSelectParts, ImageNodePanelProps } from "image-generation-node";
import type { ReactNode } from "react";
import { describe, expectTypeOf, it } from "vitest";

describe("image-generation-node", () => {
  it("has four selects of one type", () => {
    expectTypeOf(ImageModelSelect).toExtend<CatalogSelectParts>();
    expectTypeOf(PromptModelSelect).toExtend<CatalogSelectParts>();
    expectTypeOf(AspectRatioSelect).toExtend<CatalogSelectParts>();
    expectTypeOf(StyleSelect).toExtend<CatalogSelectParts>();
    expectTypeOf<keyof CatalogSelectParts>().toEqualTypeOf<keyof typeof StyleSelect>();
  });

  it("has hooks that take no name", () => {
    expectTypeOf(usePreview).parameters.toEqualTypeOf<[]>();
    expectTypeOf(useField).parameters.toEqualTypeOf<[]>();
    expectTypeOf(useCatalogSelect).parameters.toEqualTypeOf<[]>();
    expectTypeOf(useModelSettings).parameters.toEqualTypeOf<[]>();
    expectTypeOf(useSetting).parameters.toEqualTypeOf<[]>();
  });

  it("has a panel that takes parts", () => {
    expectTypeOf<ImageNodePanelProps["children"]>().toEqualTypeOf<ReactNode>();
  });
});
