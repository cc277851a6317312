"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { createListPart } from "./createListPart.js";

/**
 * List of options. Without children it shows those of the catalog, under headings, and says where there are none.
 * Renders a `<div role="listbox">` element, as wide as its trigger at least, with Radix's viewport in it.
 */
export const CatalogSelectContent = createListPart<HTMLDivElement, CatalogSelectContentProps>(
  "CatalogSelect.Content",
);

/** Attributes of the list. */
export interface CatalogSelectContentState {
  /** @selector [data-catalog] */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style";
}

/** Props of {@link CatalogSelectContent}. Radix sets `data-state`, `data-side` and `data-align`. */
export type CatalogSelectContentProps = ComponentPropsWithoutRef<typeof Select.Content>;
