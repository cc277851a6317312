/** Digits of other scripts that people type numbers with, by the code of their zero. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0xff10,
];

/** Marks of direction that number formats put around a sign. */
const MARKS = /[\u061c\u200e\u200f]/g;

/**
 * Reads a typed number, in the digits of any common script, with a comma or a point. `undefined` for an empty text, the
 * text itself where it is no number. Whole numbers take neither comma nor point: "1,000" is a thousand to some and one to
 * others.
 */
export function parseNumber(text: string, isWhole = false): number | string | undefined {
  const plain = [...text.replace(MARKS, "").trim()]
    .map(toAsciiDigit)
    .join("")
    .replace(/^[\u2212\uff0d]/, "-")
    .replace(/[,\u060c\u066b\uff0e\uff0c]/, ".");
  if (plain === "") return undefined;
  const isNumber = (isWhole ? /^[-+]?\d+$/ : /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/).test(plain);
  return isNumber && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function toAsciiDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? letter : String(code - zero);
}
