/** Whether the runtime decodes pictures and draws them outside of a page, as browsers and their workers do. */
export function hasCanvas(): boolean {
  return typeof createImageBitmap === "function" && typeof OffscreenCanvas === "function";
}
