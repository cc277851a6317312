/** Finds texts that are cut, or stand out of their control: by their place, with what cuts them. */
export function findCutTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (node.data.trim() === "" || !element?.closest("[data-imagenode-part]") || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width === 0 || text.height === 0) continue;
    const holder = findHolder(element);
    const box = holder?.getBoundingClientRect();
    if (!holder || !box) continue;
    const isOut =
      text.left < box.left - 2 ||
      text.right > box.right + 2 ||
      text.top < box.top - 2 ||
      text.bottom > box.bottom + 2;
    if (isOut)
      found.push(
        `“${node.data.trim().slice(0, 40)}” in ${holder.dataset["imagenodePart"] ?? holder.localName}`,
      );
  }
  return found;
}

/** Words for a screen reader alone are cut to a pixel; the mirror behind the field scrolls with it. */
const isShown = (element: HTMLElement) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest('[data-imagenode-part="prompt-editor-highlight"], textarea, [role="status"], [data-said]');

/** Nearest element around that cuts what is too large, or whose edges a text must not cross. */
function findHolder(element: HTMLElement): HTMLElement | undefined {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(each);
    if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return undefined;
    if (
      /hidden|clip/.test(`${overflowX} ${overflowY}`) ||
      (each.matches("button, summary") && display !== "inline")
    )
      return each;
  }
  return undefined;
}
