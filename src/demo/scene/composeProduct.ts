import { darken, lighten, mix, toHsl } from "../drawing/colour.js";
import { ellipse, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import type { GlyphLibrary } from "../glyphLibrary.js";
import { isDark } from "./frame.js";
import type { Frame, Layers } from "./frame.js";
import { studio } from "./interiors.js";
import { drawSpot } from "./drawSpot.js";

const GROUNDS: readonly [string, ...string[]] = ["#d9cfc3", "#c3cfcc", "#d3c6cf", "#c5cad6"];

/** One product on a round plinth, lit from the upper left, with room around it. */
export function composeProduct(frame: Frame, library: GlyphLibrary): Layers {
  const { brief, width, height, unit, random } = frame;
  const [product] = brief.subjects;
  const colour = product?.colour;
  const warm = colour !== undefined && (toHsl(colour).h < 70 || toHsl(colour).h > 330);
  const ground = isDark(brief)
    ? "#3a3d4a"
    : warm
      ? mix(random.pick(["#7fa09c", "#8fa3b5", "#a8b3a2"]), "#ffffff", 0.25)
      : random.pick(GROUNDS);
  const base = studio({ ...frame, floor: height * 0.86 }, ground);
  const top = height * (height > width ? 0.74 : 0.79);
  const half = unit * 0.34;
  const deep = height - top + unit * 0.1;
  const plinth = mix(ground, "#ffffff", 0.5);
  const defs =
    linear(
      "plinth",
      [
        stop(0, darken(plinth, 0.2)),
        stop(0.25, lighten(plinth, 0.3)),
        stop(0.55, plinth),
        stop(1, darken(plinth, 0.34)),
      ],
      [0, 0, 1, 0],
    ) +
    radial("plinthtop", [stop(0, "#ffffff"), stop(1, mix(plinth, "#ffffff", 0.3))], [0.4, 0.4, 0.7]) +
    radial("spot", [stop(0, "#ffffff", 0.8), stop(0.5, "#ffffff", 0.25), stop(1, "#ffffff", 0)]);
  const size = unit * (product?.glyph.icon === "drawn:lamp" ? 0.66 : 0.52);
  const shift = product?.glyph.icon === "drawn:lamp" ? -unit * 0.03 : 0;
  const drawn = product
    ? drawSpot(
        {
          subject: { ...product, count: 1 },
          x: width / 2 + shift,
          y: top + unit * 0.005,
          size: Math.min(size, top * 0.86),
          grounded: true,
        },
        "p",
        library,
      )
    : { defs: "", shadow: "", body: "" };
  return {
    ...base,
    defs: base.defs + defs + drawn.defs,
    back:
      base.back +
      ellipse(width * 0.42, height * 0.36, unit * 0.62, unit * 0.56, "url(#spot)") +
      arch(frame, ground, top),
    middle:
      base.middle +
      ellipse(width / 2 + unit * 0.12, height * 0.965, half * 1.5, unit * 0.1, "url(#shade)", {
        opacity: 0.5,
      }) +
      rect(width / 2 - half, top, half * 2, deep, "url(#plinth)") +
      ellipse(width / 2, top, half, half * 0.2, "url(#plinthtop)", { "data-part": "plinth" }) +
      drawn.shadow,
    subject: drawn.body,
    front: "",
  };
}

function arch({ width, unit, random }: Frame, ground: string, top: number): string {
  const r = unit * 0.36;
  const x = width / 2 + unit * random.between(0.04, 0.08);
  const crown = Math.max(unit * 0.08 + r, top - unit * 0.4);
  return shape(
    path`M${x - r} ${top + unit * 0.4} V${crown} A${r} ${r} 0 0 1 ${x + r} ${crown} V${top + unit * 0.4}Z`,
    lighten(ground, 0.28),
    { opacity: 0.75 },
  );
}
