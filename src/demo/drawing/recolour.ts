import { fromHsl, parseHex, toHsl } from "./colour.js";

const HEX = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi;
const SAME_HUE_DEGREES = 48;

/**
 * Tints what a glyph is mainly made of and leaves the rest (eyes, windows, tyres): all shades near its prevailing
 * colour, its first saturated one where none is given, take the hue of `target`, each as much lighter or darker than
 * the others as before.
 */
export function recolour(body: string, target: string, prevailing?: string | undefined): string {
  const fills = [...body.matchAll(HEX)].map(([hex]) => hex.toLowerCase());
  const first = prevailing
    ? toHsl(prevailing)
    : fills.map(toHsl).find((colour) => colour.l > 0.25 && colour.l < 0.97);
  const main = first && isSaturated(first) ? first : undefined;
  const goal = toHsl(target);
  if (main && hueBetween(main.h, goal.h) < 20 && goal.s > 0.35 && Math.abs(main.l - goal.l) < 0.12)
    return body;
  const anchor = main?.l ?? greyAnchor(fills);
  return body.replace(HEX, (hex) => {
    const colour = toHsl(hex.toLowerCase());
    const [red, green, blue] = parseHex(hex);
    const isMain = main
      ? isSaturated(colour) && nearHue(colour.h, main.h)
      : Math.max(red, green, blue) - Math.min(red, green, blue) < 40 && colour.l > 0.3;
    if (!isMain) return hex;
    const l = Math.max(0.06, Math.min(0.96, goal.l + (colour.l - anchor) * 0.75));
    return fromHsl({ h: goal.h, s: goal.s * (main ? 0.75 + 0.25 * colour.s : 1), l });
  });
}

/** Makes the ids of a glyph its own, so that two glyphs of one picture never share a gradient. */
export function isolateIds(body: string, prefix: string): string {
  return body
    .replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
}

const isSaturated = (colour: { s: number; l: number }) =>
  colour.s > 0.3 && colour.l > 0.08 && colour.l < 0.95;

const hueBetween = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);
const nearHue = (a: number, b: number) => hueBetween(a, b) <= SAME_HUE_DEGREES;

function greyAnchor(fills: readonly string[]): number {
  return fills.map((fill) => toHsl(fill).l).find((l) => l > 0.3) ?? 0.6;
}
