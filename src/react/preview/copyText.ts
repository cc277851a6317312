/** Puts a text on the clipboard; rejects where a page has none, as on plain http. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
