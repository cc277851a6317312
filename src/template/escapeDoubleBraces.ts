/** Writes a literal text as a template that resolves to exactly that text: `{{` becomes `\{{`. */
export function escapeDoubleBraces(text: string): string {
  return text.replaceAll("{{", "\\{{");
}
