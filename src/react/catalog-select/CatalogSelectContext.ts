"use client";
import { createContext, useContext } from "react";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { CatalogOption, CatalogSelectKind } from "./catalogOption.js";

/** What the parts of one select share. */
export interface CatalogSelectContextValue {
  kind: CatalogSelectKind;
  options: readonly CatalogOption[];
  /** The chosen option; `undefined` while the catalog is not known. */
  selected: CatalogOption | undefined;
  status: "loading" | "ready" | "failed" | "empty";
  controlId: string;
  labelId: string;
  noticeId: string;
  describedBy: string | undefined;
  invalid: boolean;
  trigger: HTMLElement | null;
  triggerRef: (element: HTMLElement | null) => void;
  /** Tells that a notice stands in the page, so that the trigger may refer to it. */
  setNoticed: (noticed: boolean) => void;
}

export const [CatalogSelectProvider, useCatalogSelect] = createStrictContext<CatalogSelectContextValue>(
  "ImageModelSelect.Root, PromptModelSelect.Root, AspectRatioSelect.Root or StyleSelect.Root",
  "the options and the chosen one",
);

/** What the parts of one item share. */
export interface ItemContextValue {
  option: CatalogOption;
  hintId: string;
  badgeId: string;
}

/** The option of the item around a part; `null` in the trigger. */
export const ItemContext = createContext<ItemContextValue | null>(null);

/** The option that a part inside an item, or inside the trigger, is about. */
export function useNearestOption(part: string): CatalogOption | undefined {
  const { selected } = useCatalogSelect(part);
  return useContext(ItemContext)?.option ?? selected;
}
