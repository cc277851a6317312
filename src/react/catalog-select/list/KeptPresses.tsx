"use client";
import { useEffect, useReducer } from "react";
import { useCatalogSelectContext } from "../CatalogSelectContext.js";

/**
 * Carries out what was pressed before the list was there: one key after the other, since each choice begins where the
 * last one led. Stands behind the options, which Radix knows by then. Renders nothing.
 */
export function KeptPresses() {
  const { trigger, link } = useCatalogSelectContext("CatalogSelect.Content");
  const [, again] = useReducer((round: number) => round + 1, 0);
  const { relay, root } = link;
  useEffect(() => {
    // It may have been disabled meanwhile.
    if (trigger?.matches("[disabled], :disabled")) relay.forget();
    if (relay.carryOut(() => root.onOpenChange(true))) again();
  });
  return null;
}
