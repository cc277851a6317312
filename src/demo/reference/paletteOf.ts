import { mix } from "../drawing/colour.js";
import type { Palette } from "../scene/palette.js";
import { brightness, meanColour, toHexColour } from "./colours.js";
import type { Rgb } from "./colours.js";
import type { Reference } from "./readReference.js";

/** Makes the palette of a scene from the colours of a reference: its rows from the sky down, its darkest and its lightest. */
export function paletteOf({ colours, rows, horizon }: Reference): Palette {
  const line = Math.round(rows.length * horizon);
  const between = (list: readonly Rgb[], from: number, to: number) =>
    toHexColour(
      meanColour(list.slice(Math.floor(list.length * from), Math.max(1, Math.ceil(list.length * to)))),
    );
  const above = rows.slice(0, line);
  const below = rows.slice(line);
  const byLight = colours.toSorted((one, other) => brightness(one) - brightness(other));
  const darkest = toHexColour(byLight[0] ?? [0, 0, 0]);
  const lightest = toHexColour(byLight.at(-1) ?? [255, 255, 255]);
  return {
    sky: [between(above, 0, 0.3), between(above, 0.35, 0.65), between(above, 0.7, 1)],
    far: between(below, 0, 0.3),
    mid: between(below, 0.3, 0.6),
    near: between(below, 0.6, 1),
    leaf: darkest,
    light: mix(lightest, "#ffffff", 0.4),
    cloud: lightest,
    night: brightness(meanColour(rows)) < 80,
  };
}
