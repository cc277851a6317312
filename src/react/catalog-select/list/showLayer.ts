/** Shows the layer around a list while the list is in the document. Without popovers the layer is a plain element. */
export function showLayer(list: HTMLElement | null): (() => void) | undefined {
  const layer = list?.closest<HTMLElement>('[data-imagenode-part="catalog-select-layer"]');
  if (!layer?.isConnected || typeof layer.showPopover !== "function") return undefined;
  if (!layer.matches(":popover-open")) layer.showPopover();
  return () => {
    if (layer.matches(":popover-open")) layer.hidePopover();
  };
}
