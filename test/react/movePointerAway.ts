import { userEvent } from "vitest/browser";

/** Moves the pointer into a corner of the page: an earlier case may have left it where the next one renders. */
export async function movePointerAway(): Promise<void> {
  const corner = document.body.appendChild(document.createElement("div"));
  corner.style.cssText = "position:fixed;right:0;bottom:0;width:9px;height:9px";
  await userEvent.hover(corner);
  corner.remove();
}
