/** Milliseconds after which a page counts as painted that paints no frames, such as a tab in the background. */
const PATIENCE_MS = 200;

/** Waits until the next frame is on the screen, so that what follows does not delay it; on a server not at all. */
export async function afterPaint(): Promise<void> {
  if (typeof requestAnimationFrame !== "function") return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
