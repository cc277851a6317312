/** Writes a text as a field holds it: without carriage returns. It would never equal a value that has them. */
export function toFieldText(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
