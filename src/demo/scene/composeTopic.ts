import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, ellipse, group, linear, path, rect, shape, stop } from "../drawing/svg.js";
import type { GlyphLibrary } from "../glyphLibrary.js";
import { isDark } from "./frame.js";
import type { Frame, Layers } from "./frame.js";
import { drawSpot } from "./drawSpot.js";
import { SCHEMES } from "./schemes.js";

/** An editorial still: the topic's main sign on a disc, two companions, shapes that hold them together. */
export function composeTopic(frame: Frame, library: GlyphLibrary): Layers {
  const { brief, width, height, unit, random } = frame;
  const dark = isDark(brief);
  const [ground, deep, warm, cool, quiet] = random.pick(SCHEMES);
  const base = dark ? deep : ground;
  const icons = brief.topic.slice(0, 3);
  const [hero] = icons;
  const flat = frame.style === "minimalist";
  const cx = width / 2;
  const cy = height * (height > width ? 0.47 : 0.5);
  const r = unit * random.between(0.345, 0.375);
  const places: readonly (readonly [x: number, y: number, size: number])[] = [
    [cx, cy + unit * 0.245, unit * 0.5],
    width > height * 1.2
      ? [cx - unit * 0.52, cy + unit * 0.255, unit * 0.27]
      : [cx - unit * 0.3, cy + unit * 0.36, unit * 0.25],
    width > height * 1.2
      ? [cx + unit * 0.52, cy + unit * 0.255, unit * 0.27]
      : [cx + unit * 0.31, cy + unit * 0.37, unit * 0.25],
  ];
  let defs =
    linear("ground", [
      stop(0, lighten(base, dark ? 0.1 : 0.3)),
      stop(1, dark ? darken(base, 0.25) : mix(base, quiet, 0.5)),
    ]) + linear("disc", [stop(0, lighten(warm, 0.22)), stop(1, warm)], [0.1, 0, 0.8, 1]);
  let body = "";
  let shadows = "";
  icons.forEach((glyph, index) => {
    const [x, y, size] = places[index] ?? [cx, cy, unit * 0.3];
    const drawn = drawSpot(
      {
        subject: {
          glyph,
          words: "",
          count: 1,
          colour:
            index === 0
              ? brief.subjects.find((subject) => subject.glyph.icon === glyph.icon)?.colour
              : undefined,
        },
        x,
        y,
        size,
        grounded: true,
      },
      `t${index}`,
      library,
    );
    defs += drawn.defs;
    shadows += drawn.shadow;
    body += drawn.body;
  });
  const dots = Array.from({ length: 20 }, (_, index) =>
    circle(
      width - unit * 0.26 + (index % 5) * unit * 0.04,
      cy - unit * 0.36 + Math.floor(index / 5) * unit * 0.04,
      unit * 0.006,
      deep,
      { opacity: dark ? 0.9 : 0.35 },
    ),
  ).join("");
  const leaf = (x: number, y: number, turn: number, colour: string) =>
    shape(
      path`M${x} ${y} C${x - unit * 0.08} ${y - unit * 0.07} ${x - unit * 0.07} ${y - unit * 0.2} ${x} ${y - unit * 0.25} C${x + unit * 0.07} ${y - unit * 0.2} ${x + unit * 0.08} ${y - unit * 0.07} ${x} ${y}Z`,
      colour,
      { transform: `rotate(${turn} ${x} ${y})`, opacity: 0.85 },
    );
  const shelf = cy + unit * 0.25;
  const leaves =
    leaf(cx - r * 0.86, cy + r * 0.5, -52, cool) +
    leaf(cx - r * 0.9, cy + r * 0.62, -84, mix(cool, deep, 0.35)) +
    leaf(cx + r * 0.9, cy + r * 0.55, 60, mix(cool, quiet, 0.4)) +
    circle(cx, cy, r, "url(#disc)") +
    circle(cx, cy, r * 0.82, "#ffffff", { opacity: 0.16 }) +
    ellipse(cx, shelf + unit * 0.01, width > height * 1.2 ? unit * 0.74 : unit * 0.44, unit * 0.05, deep, {
      opacity: 0.1,
    });
  return {
    defs,
    back:
      rect(0, 0, width, height, flat ? base : "url(#ground)") +
      (flat
        ? ""
        : circle(width * 0.06, height * 0.1, unit * 0.26, cool, { opacity: 0.2 }) +
          circle(width * 0.97, height * 0.92, unit * 0.36, quiet, { opacity: 0.75 }) +
          dots),
    middle: flat ? circle(cx, cy, r, dark ? cool : quiet) : leaves + shadows,
    subject: group({ "data-part": "topic", "data-hero": hero?.icon }, body),
    front: "",
  };
}
