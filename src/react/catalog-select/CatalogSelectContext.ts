"use client";
import { createContext, useContext } from "react";
import { createStrictContext } from "../internal/createStrictContext.js";
import type { CatalogOption, CatalogSelectKind } from "./CatalogOption.js";
import type { TriggerRelay } from "./createTriggerRelay.js";

/** State that the parts of one select share. */
export interface CatalogSelectContextValue {
  /** Kind of the select. */
  kind: CatalogSelectKind;
  /** Options, in the catalog's order. */
  options: readonly CatalogOption[];
  /** Chosen option; `undefined` while the catalog is not known. */
  selected: CatalogOption | undefined;
  /** State of loading the options. */
  status: "loading" | "ready" | "failed" | "empty";
  /** Id of the trigger. */
  controlId: string;
  /** Id of the label. */
  labelId: string;
  /** Id of the notice. */
  noticeId: string;
  /** Ids of the elements that describe the trigger, for `aria-describedby`. */
  describedBy: string | undefined;
  /** Whether the choice is refused. */
  invalid: boolean;
  /** Trigger, once it was focused, pointed at or opened; the list is not rendered before. */
  trigger: HTMLElement | null;
  /** Renders the list from now on, so that typing on the closed trigger finds its options. */
  reach: () => void;
  /** Ref that the trigger must carry. */
  triggerRef: (element: HTMLElement | null) => void;
  /** Whether the list is open. */
  open: boolean;
  /** Closes the list. */
  close: () => void;
  /** Tells whether a notice is rendered, so that the trigger may refer to it. */
  setNoticed: (noticed: boolean) => void;
}

/** State that only our own parts of one select share. */
interface SelectContextValue extends CatalogSelectContextValue {
  link: ListLink;
}

/** Link between a trigger and its list, whose code comes later. */
export interface ListLink {
  /** Props of Radix's root. */
  root: {
    value: string;
    onValueChange: (key: string) => void;
    open: boolean;
    onOpenChange: (open: boolean) => void;
    dir: "ltr" | "rtl";
    disabled: boolean;
    name: string | undefined;
  };
  /** Key that was chosen at first, to which a form is reset. */
  firstKey: string;
  /** Id of the list. */
  listId: string;
  /** Events of the trigger. */
  relay: TriggerRelay;
  /** Whether Radix's root is rendered, with a form control of its own. */
  listed: boolean;
  /** Tells whether it is. */
  setListed: (listed: boolean) => void;
}

const catalogSelectContext = createStrictContext<SelectContextValue>(
  "ImageModelSelect.Root, PromptModelSelect.Root, AspectRatioSelect.Root or StyleSelect.Root",
  "the options and the chosen one",
);

export const [CatalogSelectProvider] = catalogSelectContext;

/** Reads the state for a part of ours, which the error for a missing root names. */
export const useCatalogSelectContext = catalogSelectContext[1];

/** State that the parts of one item share. */
export interface ItemContextValue {
  option: CatalogOption;
  hintId: string;
  badgeId: string;
}

/** Option of the item around a part; `null` in the trigger. */
export const ItemContext = createContext<ItemContextValue | null>(null);

/** Returns the option of the item around a part; in the trigger the chosen one. */
export function useNearestOption(part: string): CatalogOption | undefined {
  const { selected } = useCatalogSelectContext(part);
  return useContext(ItemContext)?.option ?? selected;
}
