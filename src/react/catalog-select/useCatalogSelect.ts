"use client";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";
import type { CatalogSelectContextValue } from "./CatalogSelectContext.js";

/**
 * Reads the select around a part, for parts of the host's own. Throws outside of a select's root.
 *
 * @example
 * function Chosen() {
 *   const { selected, status } = useCatalogSelect();
 *   return <span>{status === "loading" ? "…" : selected?.label}</span>;
 * }
 */
export function useCatalogSelect(): CatalogSelectContextValue {
  return useCatalogSelectContext("useCatalogSelect()");
}
