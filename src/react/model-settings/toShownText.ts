/** Shows a value in a field that takes texts: a text as it is, anything else as it is saved. */
export function toShownText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
