const INHERITED = ["class", "dir", "lang"];

/**
 * Tells when something that moves glyphs may have changed. A ResizeObserver alone misses fonts, letter-spacing,
 * direction and zoom; what even these observers miss is compared on focus and input.
 *
 * @returns stops observing
 */
export function observeMetrics(
  field: HTMLTextAreaElement,
  refresh: () => void,
  check: () => void,
): () => void {
  const document = field.ownerDocument;
  const view = document.defaultView ?? window;
  const stops: (() => void)[] = [];
  if (typeof view.ResizeObserver === "function") {
    const sizes = new view.ResizeObserver(check);
    sizes.observe(field);
    if (field.parentElement) sizes.observe(field.parentElement);
    stops.push(() => sizes.disconnect());
  }
  if (typeof view.MutationObserver === "function") {
    const attributes = new view.MutationObserver(check);
    attributes.observe(field, {
      attributes: true,
      attributeFilter: [...INHERITED, "style", "wrap", "cols", "rows"],
    });
    // Not the ancestors' `style`: a canvas writes its pan there at every frame.
    for (let node = field.parentElement; node; node = node.parentElement) {
      attributes.observe(node, { attributes: true, attributeFilter: INHERITED });
    }
    stops.push(() => attributes.disconnect());
  }
  const { fonts } = document;
  if (typeof fonts?.addEventListener === "function") {
    fonts.addEventListener("loadingdone", refresh);
    stops.push(() => fonts.removeEventListener("loadingdone", refresh));
  }
  view.addEventListener("resize", check);
  stops.push(() => view.removeEventListener("resize", check));
  return () => stops.forEach((stop) => stop());
}
