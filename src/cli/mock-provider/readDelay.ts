/** Reads the milliseconds of a marker such as `[[slow:3000]]`; without a number it is two seconds. */
export function readDelay(text: string, name: string): number | null {
  const found = new RegExp(`\\[\\[${name}(?::(\\d{1,6}))?\\]\\]`).exec(text);
  return found ? Number(found[1] ?? 2000) : null;
}

/** Waits, or stops waiting when the caller disconnects. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    if (signal.aborted) go();
    else signal.addEventListener("abort", go, { once: true });
  });
}
