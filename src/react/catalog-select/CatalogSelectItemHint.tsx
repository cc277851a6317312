"use client";
import { useContext } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { ItemContext, useNearestOption } from "./CatalogSelectContext.js";

/**
 * A line about the option, and a second one where something about it will not be as asked; both describe it. Renders a
 * `<span>` element, or nothing where there is nothing to say.
 */
export const CatalogSelectItemHint = createElementPart("CatalogSelect.ItemHint", "span", () => {
  const option = useNearestOption("CatalogSelect.ItemHint");
  const hintId = useContext(ItemContext)?.hintId;
  if (!option?.description && !option?.reason) return null;
  return {
    id: hintId,
    children: (
      <>
        {option.description}
        {option.reason && (
          <span data-imagenode-part="catalog-select-item-reason" data-kind={option.badge?.kind}>
            {option.reason}
          </span>
        )}
      </>
    ),
  };
});

/** Attributes of the second line. */
export interface CatalogSelectItemHintState {
  /** @selector [data-kind] */
  kind: "crop" | "unsupported" | "deprecated" | "retired";
}
