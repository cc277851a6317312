/** Red, green, blue and opacity, each from 0 to 1. */
export type Color = readonly [number, number, number, number];

const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const context = canvas.getContext("2d", { willReadFrequently: true });

/** Reads a color as CSS writes it, in whatever notation. */
export function readColor(css: string): Color {
  if (!context) throw new Error("There is no canvas.");
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255, a / 255];
}

/** Lays a color over an opaque one. */
export function over([r, g, b, a]: Color, [r2, g2, b2]: Color): Color {
  const mix = (front: number, back: number) => front * a + back * (1 - a);
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

function luminance([r, g, b]: Color): number {
  const [x, y, z] = [r, g, b].map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (x ?? 0) + 0.7152 * (y ?? 0) + 0.0722 * (z ?? 0);
}

/** Contrast of two opaque colors, from 1 to 21. */
export function ratio(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const GROUNDS: readonly Color[] = [
  [0, 0, 0, 1],
  [1, 1, 1, 1],
  [0.5, 0.5, 0.5, 1],
];

/**
 * Computes the least contrast of an element's text over a picture of any brightness: what is painted between the text and
 * the picture counts as far as it covers.
 *
 * @param picture element that holds the picture
 */
export function readContrast(element: Element, picture: Element): number {
  const layers: Color[] = [];
  for (let each: Element | null = element; each && each !== picture; each = each.parentElement)
    layers.push(readColor(getComputedStyle(each).backgroundColor));
  const text = readColor(getComputedStyle(element).color);
  const ratios = GROUNDS.map((ground) => {
    const behind = layers.reduceRight<Color>((below, layer) => over(layer, below), ground);
    return ratio(over(text, behind), behind);
  });
  return Math.min(...ratios);
}

/** Color of what is painted behind an element: its own background too where `isInside`. */
export function readGround(element: Element, isInside = false): Color {
  const layers: Color[] = [];
  for (let each = isInside ? element : element.parentElement; each; each = each.parentElement)
    layers.push(readColor(getComputedStyle(each).backgroundColor));
  return layers.reduceRight<Color>((below, layer) => over(layer, below), readColor("Canvas"));
}
