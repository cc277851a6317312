/**
 * Shows an element in the top layer, or fixed where there is none. Until it is placed it stands where it stands in the
 * document: after the field.
 */
export function showPopup(element: HTMLElement): void {
  const known = typeof element.showPopover === "function";
  // A style sheet may know popovers where the script does not.
  Object.assign(element.style, {
    position: "fixed",
    margin: "0",
    inset: "auto",
    display: known ? "" : "block",
  });
  element.hidden = false;
  element.dataset.open = "";
  if (known && element.isConnected && !element.matches(":popover-open")) element.showPopover();
}

/** Takes a popup away at once. */
export function hidePopup(element: HTMLElement): void {
  if (typeof element.hidePopover === "function" && element.matches(":popover-open")) element.hidePopover();
  element.hidden = true;
  element.style.display = "none";
  delete element.dataset.open;
}
