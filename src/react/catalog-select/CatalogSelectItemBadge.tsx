"use client";
import { useContext } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { ItemContext, useNearestOption } from "./CatalogSelectContext.js";
import type { OptionBadgeKind } from "./CatalogOption.js";

/**
 * What the option is for the chosen model (exact, cropped, not possible) or in this workspace (demo, going to be
 * retired, no longer offered). Renders a `<span>` element, or nothing where there is nothing to say.
 */
export const CatalogSelectItemBadge = createElementPart("CatalogSelect.ItemBadge", "span", () => {
  const badge = useNearestOption("CatalogSelect.ItemBadge")?.badge;
  const badgeId = useContext(ItemContext)?.badgeId;
  return badge ? { id: badgeId, "data-kind": badge.kind, children: badge.label } : null;
});

/** Attributes that say what the badge is about. */
export interface CatalogSelectItemBadgeState {
  /** @selector [data-kind] */
  kind: OptionBadgeKind;
}
