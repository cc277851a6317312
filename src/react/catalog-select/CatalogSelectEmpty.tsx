"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { faultWords, reasonKey, useMessagesWith } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/** Tells why the list is empty. Renders a `<div>` element, or nothing while there are options. */
export const CatalogSelectEmpty = createElementPart("CatalogSelect.Empty", "div", () => {
  const { kind, status } = useCatalogSelectContext("CatalogSelect.Empty");
  const { error, reload } = useCatalog();
  const t = useMessagesWith(faultWords);
  if (status === "ready") return null;
  const known = status === "failed" ? reasonKey(t, error) : undefined;
  return {
    "data-status": status,
    children: (
      <>
        <span data-imagenode-part="words">
          {t(known ? `${known}.title` : status === "empty" ? `select.${kind}.empty` : `select.${status}`)}
        </span>
        <Space />
        {status === "failed" && (
          <button type="button" data-imagenode-part="catalog-select-reload" onClick={reload}>
            {t("configForm.reload")}
          </button>
        )}
      </>
    ),
  };
});

/** Attributes of the empty list. */
export interface CatalogSelectEmptyState {
  /** @selector [data-status] */
  status: "loading" | "failed" | "empty";
}
