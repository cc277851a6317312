"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { useMessages } from "../messages/index.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";

/**
 * Warns below the select about the chosen option: cropped or impossible for the chosen model, going to be retired, no
 * longer offered; or about an empty list. Describes the trigger. Renders a `<p>` element, or nothing where there is no
 * warning or an error already says it.
 */
export const CatalogSelectNotice = createElementPart("CatalogSelect.Notice", "p", () => {
  const { kind, status, selected, invalid, noticeId, setNoticed } =
    useCatalogSelectContext("CatalogSelect.Notice");
  const t = useMessages();
  const words = status === "empty" ? t(`select.${kind}.empty`) : selected?.reason;
  const shown = words !== undefined && !invalid;
  useIsomorphicLayoutEffect(() => {
    setNoticed(shown);
    return () => setNoticed(false);
  }, [shown, setNoticed]);
  return shown
    ? { id: noticeId, "data-reason": status === "empty" ? status : selected?.badge?.kind, children: words }
    : null;
});

/** Attributes of the notice. */
export interface CatalogSelectNoticeState {
  /** @selector [data-reason] Reason of the warning. */
  reason: "crop" | "unsupported" | "deprecated" | "retired" | "empty";
}
