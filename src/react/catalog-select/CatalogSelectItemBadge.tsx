"use client";
import { useContext } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { ItemContext, useNearestOption } from "./CatalogSelectContext.js";
import type { OptionBadgeKind } from "./CatalogOption.js";

/**
 * Badge that tells where the option does not fit the chosen model (cropped, not possible) or the workspace (demo, going to
 * be retired, no longer offered). Renders a `<span>` element, or nothing for an option without a badge.
 */
export const CatalogSelectItemBadge = createElementPart("CatalogSelect.ItemBadge", "span", () => {
  const badge = useNearestOption("CatalogSelect.ItemBadge")?.badge;
  const badgeId = useContext(ItemContext)?.badgeId;
  return badge ? { id: badgeId, "data-kind": badge.kind, children: badge.label } : null;
});

/** Attributes of the badge. */
export interface CatalogSelectItemBadgeState {
  /** @selector [data-kind] Kind of the badge. */
  kind: OptionBadgeKind;
}
