/** Asks code of a host's for a text; `otherwise` where it has none, or throws. */
export function askText(ask: () => unknown, otherwise: string): string {
  try {
    const text = ask();
    return typeof text === "string" ? text : otherwise;
  } catch {
    return otherwise;
  }
}
