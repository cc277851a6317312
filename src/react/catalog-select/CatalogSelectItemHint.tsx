"use client";
import { useContext } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { ItemContext, useNearestOption } from "./CatalogSelectContext.js";

/** One line about the option, which describes it. Renders a `<span>` element, or nothing where there is nothing to say. */
export const CatalogSelectItemHint = createElementPart("CatalogSelect.ItemHint", "span", () => {
  const option = useNearestOption("CatalogSelect.ItemHint");
  const hintId = useContext(ItemContext)?.hintId;
  return option?.description ? { id: hintId, children: option.description } : null;
});
