/** Name for `::highlight()`. */
const NAME = "imagenode-hit";

/**
 * Marks what was typed in the rows' paths, by the browser's own highlights: no row renders again for it. Does nothing
 * where there are none.
 */
export function paintHits(list: HTMLElement, query: string): void {
  const view = list.ownerDocument.defaultView;
  const registry = view?.CSS?.highlights;
  if (!view || !registry) return;
  const highlight = registry.get(NAME) ?? new view.Highlight();
  registry.set(NAME, highlight);
  highlight.clear();
  const wanted = query.trim().toLowerCase();
  const last = wanted.split(/[.[\]"\s]+/).findLast(Boolean) ?? "";
  if (!last) return;
  for (const path of list.querySelectorAll('[data-imagenode-part="prompt-editor-suggestion-path"]')) {
    const text = path.firstChild;
    if (!text) continue;
    const content = (text.nodeValue ?? "").toLowerCase();
    const hit = content.includes(wanted) ? wanted : last;
    const start = content.lastIndexOf(hit);
    if (start < 0) continue;
    const range = list.ownerDocument.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + hit.length);
    highlight.add(range);
  }
}
