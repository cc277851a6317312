import { isolateIds, recolour } from "../drawing/recolour.js";
import { group, groundShadow } from "../drawing/svg.js";
import type { GlyphLibrary } from "../glyphLibrary.js";
import type { Person, Subject } from "../prompt/brief.js";
import { drawAnimal, hasDrawnBody } from "./drawAnimal.js";
import { drawObject, widthOf } from "./drawObject.js";

/** One drawn thing: `x` is its middle, `y` its foot. */
export interface Spot {
  subject: Subject;
  x: number;
  y: number;
  size: number;
  grounded: boolean;
  mirrored?: boolean | undefined;
  turn?: number | undefined;
  outfit?: Person["outfit"] | undefined;
}

/** A drawn subject; its shadow lies on the ground, below all subjects. */
export interface DrawnSpot {
  defs: string;
  shadow: string;
  body: string;
}

/** Draws one subject and its shadow. */
export function drawSpot(spot: Spot, id: string, library: GlyphLibrary): DrawnSpot {
  const { subject, x, y, size, grounded } = spot;
  const { icon } = subject.glyph;
  const shadow = grounded
    ? groundShadow(
        x + size * 0.04,
        y + size * 0.005,
        size * 0.52 * Math.max(0.6, Math.min(1.2, widthOf(icon))),
        size * 0.085,
        0.62,
      )
    : "";
  if (icon.startsWith("drawn:")) {
    const { turn, outfit } = spot;
    const object = drawObject(icon, { x, y, size, id, turn, outfit }, subject.colour);
    return { defs: object.defs, shadow, body: object.body };
  }
  if (hasDrawnBody(icon)) {
    const tint = (colour: string) =>
      subject.colour === undefined || isOwnColour(icon, subject.colour)
        ? colour
        : recolour(colour, subject.colour);
    const colour = isOwnColour(icon, subject.colour) ? undefined : subject.colour;
    const animal = drawAnimal(icon, { x, y, size, id }, tint, (hx, hy, hs) =>
      drawGlyph(icon, hx, hy, hs, id, library, colour),
    );
    return { defs: animal.defs, shadow, body: animal.body };
  }
  return {
    defs: "",
    shadow,
    body: drawGlyph(icon, x - size / 2, y - size * 0.965, size, id, library, subject.colour),
  };
}

/** A "red fox" is a fox, not a fox painted red; so with "brown bear" and "white rabbit"'s kin. */
function isOwnColour(icon: string, colour: string | undefined): boolean {
  return (
    (icon === "fox" && (colour === "#d92f2a" || colour === "#f08a24")) ||
    (icon === "bear" && colour === "#8a5a36") ||
    (icon === "polar-bear" && colour === "#f3f1ec")
  );
}

/** Main colour of glyphs whose first colour is that of a string, a stem, a beak or a lamp. */
const PREVAILING: Readonly<Record<string, string>> = {
  balloon: "#f44336",
  bird: "#36b4e1",
  tulip: "#eb4e9d",
  rose: "#db132c",
  sunflower: "#ffb901",
  umbrella: "#6e62ed",
  guitar: "#f44336",
  robot: "#90a4ae",
  candle: "#e0e0e0",
  "couch-and-lamp": "#3daae0",
  dragon: "#00aa48",
  "alarm-clock": "#ff4638",
};

/** Draws a glyph of the icon set in a square, tinted where asked. */
function drawGlyph(
  icon: string,
  x: number,
  y: number,
  size: number,
  id: string,
  library: GlyphLibrary,
  colour?: string | undefined,
): string {
  const glyph = library.icons[icon];
  if (!glyph) return "";
  const body = isolateIds(
    colour === undefined ? glyph.body : recolour(glyph.body, colour, PREVAILING[icon]),
    id,
  );
  const scale = size / (glyph.width ?? library.size);
  return group(
    {
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`,
      "data-glyph": icon,
    },
    body,
  );
}
