"use client";
import { createContext, useContext } from "react";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { CatalogOption, CatalogSelectKind } from "./CatalogOption.js";

/** What the parts of one select share. */
export interface CatalogSelectContextValue {
  /** What is chosen. */
  kind: CatalogSelectKind;
  /** What can be chosen, in the catalog's order. */
  options: readonly CatalogOption[];
  /** The chosen option; `undefined` while the catalog is not known. */
  selected: CatalogOption | undefined;
  /** What became of loading the options. */
  status: "loading" | "ready" | "failed" | "empty";
  /** The trigger's id. */
  controlId: string;
  /** The label's id. */
  labelId: string;
  /** The notice's id. */
  noticeId: string;
  /** The ids of what describes the trigger, for `aria-describedby`. */
  describedBy: string | undefined;
  /** Whether what is chosen can't be used. */
  invalid: boolean;
  /** The trigger, once somebody came near it or opened the list; the list is not rendered before. */
  trigger: HTMLElement | null;
  /** Somebody comes near: the list is rendered from now on, so that typing on the closed trigger finds its options. */
  reach: () => void;
  /** The ref that the trigger must carry. */
  triggerRef: (element: HTMLElement | null) => void;
  /** Tells that a notice stands in the page, so that the trigger may refer to it. */
  setNoticed: (noticed: boolean) => void;
}

const catalogSelectContext = createStrictContext<CatalogSelectContextValue>(
  "ImageModelSelect.Root, PromptModelSelect.Root, AspectRatioSelect.Root or StyleSelect.Root",
  "the options and the chosen one",
);

export const [CatalogSelectProvider] = catalogSelectContext;

/** What a select's root tells its parts. Throws outside one, naming the part that asked. */
export const useCatalogSelect = catalogSelectContext[1];

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
