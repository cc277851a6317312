"use client";
import { Space } from "../internal/Space.js";
import { useContext } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { ItemContext, useNearestOption } from "./CatalogSelectContext.js";

/**
 * Describes the option in a line, and in a second one what will not be as asked. Renders a `<span>` element, or nothing
 * for an option without a description.
 */
export const CatalogSelectItemHint = createElementPart("CatalogSelect.ItemHint", "span", () => {
  const option = useNearestOption("CatalogSelect.ItemHint");
  const hintId = useContext(ItemContext)?.hintId;
  if (!option?.description && !option?.reason) return null;
  return {
    id: hintId,
    children: (
      <>
        {option.description && <span data-imagenode-part="words">{option.description}</span>}
        <Space />
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
