"use client";
import { useSyncExternalStore } from "react";
import { isSafeImageUrl } from "../../client/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { noSubscription } from "../internal/noSubscription.js";
import { useCatalogSelectContext, useNearestOption } from "./CatalogSelectContext.js";

/** Draws a style's swatch or a ratio's glyph, for the eye only. Renders a `<span>` element, or nothing for models. */
export const CatalogSelectMark = createElementPart("CatalogSelect.Mark", "span", () => {
  const { kind } = useCatalogSelectContext("CatalogSelect.Mark");
  const option = useNearestOption("CatalogSelect.Mark");
  // On a server there is no page to hold a relative link against; the image comes with hydration.
  const url = useSyncExternalStore(noSubscription, () => toSafeUrl(option?.swatchUrl), noUrl);
  if (kind !== "style" && kind !== "aspect-ratio") return null;
  return {
    "aria-hidden": true,
    [kind === "style" ? "data-style" : "data-ratio"]: option?.value ?? undefined,
    ...(url && { style: { backgroundImage: `url(${JSON.stringify(url)})` } }),
  };
});

function toSafeUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    const absolute = new URL(url, document.baseURI).href;
    return isSafeImageUrl(absolute) ? absolute : undefined;
  } catch {
    return undefined;
  }
}

function noUrl() {
  return undefined;
}

/** Attributes of the mark. */
export interface CatalogSelectMarkState {
  /** @selector [data-style] Id of the style. */
  style: string;
  /** @selector [data-ratio] Id of the aspect ratio. */
  ratio: string;
}
