/** Digits of other scripts that people type numbers with, by the code of their zero. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];

/**
 * Reads a typed number, with a comma or a point, in Arabic, Persian, Devanagari or wide digits. `undefined` for an empty
 * text, the text itself where it is no number.
 */
export function parseNumber(text: string): number | string | undefined {
  const plain = [...text.trim()]
    .map(toAsciiDigit)
    .join("")
    .replace(/[,\u066b]/, ".");
  if (plain === "") return undefined;
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain);
  return isNumber && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function toAsciiDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? letter : String(code - zero);
}
