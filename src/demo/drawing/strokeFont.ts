import { line } from "./svg.js";

/** Strokes of each character on a box 4 wide and 6 high, as polylines "x,y x,y|x,y …"; curves are rounded by their joins. */
const STROKES: Readonly<Record<string, string>> = {
  A: "0,6 2,0 4,6|0.8,4 3.2,4",
  B: "0,0 0,6 2.8,6 4,5.2 4,3.8 2.9,3 0,3|0,0 2.6,0 3.6,0.8 3.6,2.2 2.9,3",
  C: "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5",
  D: "0,0 0,6 2.5,6 4,4.5 4,1.5 2.5,0 0,0",
  E: "4,0 0,0 0,6 4,6|0,3 3.2,3",
  F: "4,0 0,0 0,6|0,3 3.2,3",
  G: "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3.2 2.4,3.2",
  H: "0,0 0,6|4,0 4,6|0,3 4,3",
  I: "0.5,0 0.5,6",
  J: "3.6,0 3.6,5 2.6,6 1.2,6 0.2,5",
  K: "0,0 0,6|4,0 0,3.6|1.4,2.6 4,6",
  L: "0,0 0,6 4,6",
  M: "0,6 0,0 2,3 4,0 4,6",
  N: "0,6 0,0 4,6 4,0",
  O: "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0",
  P: "0,6 0,0 3,0 4,0.9 4,2.5 3,3.4 0,3.4",
  Q: "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0|2.6,4.4 4.2,6.3",
  R: "0,6 0,0 3,0 4,0.9 4,2.4 3,3.3 0,3.3|2,3.3 4,6",
  S: "4,0.9 3,0 1,0 0,0.9 0,2.2 1,3 3,3 4,3.8 4,5.1 3,6 1,6 0,5.1",
  T: "0,0 4,0|2,0 2,6",
  U: "0,0 0,5 1,6 3,6 4,5 4,0",
  V: "0,0 2,6 4,0",
  W: "0,0 0.9,6 2,2.2 3.1,6 4,0",
  X: "0,0 4,6|4,0 0,6",
  Y: "0,0 2,3 4,0|2,3 2,6",
  Z: "0,0 4,0 0,6 4,6",
  "0": "1.1,0 2.9,0 4,1.2 4,4.8 2.9,6 1.1,6 0,4.8 0,1.2 1.1,0",
  "1": "0.2,1.3 1.7,0 1.7,6",
  "2": "0,1.2 1,0 3,0 4,1.1 4,2.2 0,6 4,6",
  "3": "0,0.8 1,0 3,0 4,0.9 4,2.1 3,2.9 1.7,2.9|3,2.9 4,3.8 4,5.1 3,6 1,6 0,5.2",
  "4": "3,6 3,0 0,4.2 4.2,4.2",
  "5": "3.8,0 0.4,0 0.2,2.7 1.1,2.3 2.9,2.3 4,3.3 4,5 2.9,6 1,6 0,5.2",
  "6": "3.6,0.6 2.8,0 1.3,0 0,1.5 0,4.9 1,6 3,6 4,5 4,3.6 3,2.6 1,2.6 0,3.6",
  "7": "0,0 4,0 1.4,6",
  "8": "1,0 3,0 3.8,0.9 3.8,2 3,2.9 1,2.9 0.2,2 0.2,0.9 1,0|1,2.9 0,3.8 0,5.1 1,6 3,6 4,5.1 4,3.8 3,2.9",
  "9": "0.4,5.4 1.2,6 2.7,6 4,4.5 4,1.1 3,0 1,0 0,1 0,2.4 1,3.4 3,3.4 4,2.4",
  "+": "2,1.4 2,4.8|0.3,3.1 3.7,3.1",
  "-": "0.5,3.1 3.5,3.1",
  "%": "0.2,6 3.8,0|0.2,0.2 1.3,0.2 1.3,1.7 0.2,1.7 0.2,0.2|2.7,4.3 3.8,4.3 3.8,5.8 2.7,5.8 2.7,4.3",
  ".": "0.9,5.9 1.1,5.9",
  ",": "1.1,5.6 0.7,6.7",
  $: "4,1.1 3,0.4 1,0.4 0,1.2 0,2.3 1,3 3,3 4,3.7 4,4.9 3,5.6 1,5.6 0,4.9|2,-0.6 2,6.6",
  "€": "4,0.8 3,0 1.8,0 0.7,1.2 0.7,4.8 1.8,6 3,6 4,5.2|0,2.4 2.8,2.4|0,3.6 2.8,3.6",
  "£": "3.8,1 3,0 1.7,0 0.9,0.9 0.9,4.6 0,6 4,6|0.1,3 2.8,3",
  "×": "0.6,1.6 3.4,4.6|3.4,1.6 0.6,4.6",
  ":": "1,2 1,2.1|1,4.8 1,4.9",
  "·": "1,3 1,3.1",
};
const NARROW = new Set([".", ",", ":", "·", "I", "1"]);

const advance = (character: string) =>
  character === " "
    ? 2.2
    : NARROW.has(character)
      ? character === "I"
        ? 2.6
        : character === "1"
          ? 3.6
          : 2.4
      : 5.6;

const known = (text: string) =>
  [...text.toUpperCase()].filter((character) => character === " " || Object.hasOwn(STROKES, character));

/** Width of a text at a letter height of `size`. */
export function measureText(text: string, size: number): number {
  const total = known(text).reduce((sum, character) => sum + advance(character), 0);
  return Math.max(0, ((total - 1.6) * size) / 6);
}

/**
 * Text drawn as strokes, so that it needs no font. `x` is its left, middle or right by `align`, `y` its base line,
 * `size` the height of a capital. Characters that the font lacks are left out.
 */
export function drawText(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  options: { weight?: number; align?: "start" | "middle" | "end"; opacity?: number } = {},
): string {
  const { weight = 0.13, align = "start", opacity } = options;
  const scale = size / 6;
  const width = measureText(text, size);
  let left = align === "start" ? x : align === "middle" ? x - width / 2 : x - width;
  let d = "";
  for (const character of known(text)) {
    for (const stroke of (STROKES[character] ?? "").split("|").filter(Boolean)) {
      stroke.split(" ").forEach((point, index) => {
        const [px = 0, py = 0] = point.split(",").map(Number);
        d += `${index === 0 ? "M" : "L"}${(left + px * scale).toFixed(1)} ${(y - size + py * scale).toFixed(1)}`;
      });
    }
    left += advance(character) * scale;
  }
  return d === "" ? "" : line(d, colour, size * weight, { "data-text": known(text).join(""), opacity });
}
