"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Shows the label of the chosen option, or the id of a retired one. Renders a `<span>` element. */
export const CatalogSelectValue = createElementPart("CatalogSelect.Value", "span", () => {
  const { kind, selected, status } = useCatalogSelectContext("CatalogSelect.Value");
  const t = useMessages();
  if (!selected)
    return { "data-placeholder": "", children: t(`select.${status}`, { what: t(`select.${kind}.label`) }) };
  return {
    children: (
      <>
        <span data-imagenode-part="catalog-select-value-label">{selected.chosenLabel ?? selected.label}</span>
        <Space />
        {selected.note && <small data-imagenode-part="catalog-select-note">{selected.note}</small>}
      </>
    ),
  };
});

/** Attributes of the value. */
export interface CatalogSelectValueState {
  /** @selector [data-placeholder] Nothing is chosen, or the catalog is not known yet. */
  placeholder: boolean;
}
