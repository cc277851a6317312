"use client";
import type * as Select from "@radix-ui/react-select";
import type { ComponentPropsWithoutRef } from "react";
import { createListPart } from "./createListPart.js";

/** Option of the list. Renders a `<div role="option">` element. */
export const CatalogSelectItem = createListPart<HTMLDivElement, CatalogSelectItemProps>("CatalogSelect.Item");

/** Attributes of an option. */
export interface CatalogSelectItemState {
  /** @selector [data-catalog] List that the option is of. */
  catalog: "image-model" | "prompt-model" | "aspect-ratio" | "style";
  /** @selector [data-fit] Fit of a ratio for the chosen model. */
  fit: "exact" | "crop" | "unsupported" | undefined;
  /** @selector [data-retired] On a saved id that is no longer offered. */
  retired: boolean;
}

/** Props of {@link CatalogSelectItem}. Radix sets `data-state`, `data-highlighted` and `data-disabled`. */
export interface CatalogSelectItemProps extends Omit<ComponentPropsWithoutRef<typeof Select.Item>, "value"> {
  /** Id of the option; `null` is the workspace's default. */
  value: string | null;
}
