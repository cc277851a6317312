import { darken, lighten, mix } from "../drawing/colour.js";
import { drawText, measureText } from "../drawing/strokeFont.js";
import { circle, group, line, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import { isDark } from "./frame.js";
import type { Frame, Layers } from "./frame.js";
import { SCHEMES } from "./schemes.js";

/** For what has no shape: a composition of discs and bands with a line of letters where the prompt has Latin words. */
export function composeAbstract(frame: Frame): Layers {
  const { brief, width, height, unit, random } = frame;
  const dark = isDark(brief);
  const [ground, deep, accent, cool, quiet] = random.pick(SCHEMES);
  const warm = brief.colour ?? accent;
  const base = dark ? deep : ground;
  const flat = frame.style === "minimalist";
  const x = width * random.between(0.42, 0.58);
  const y = height * 0.42;
  const r = unit * 0.29;
  const bands = flat
    ? rect(width / 2 - unit * 0.06, height * 0.78, unit * 0.12, unit * 0.006, dark ? quiet : deep)
    : random() < 0.5
      ? flowingBands(frame, [cool, mix(cool, deep, 0.5), deep])
      : archBands(frame, [cool, mix(cool, quiet, 0.5), deep]);
  const size = Math.min(
    unit * 0.052,
    (unit * 0.052 * width * 0.7) / Math.max(1, measureText(brief.caption, unit * 0.052)),
  );
  const letters =
    brief.caption === ""
      ? ""
      : drawText(
          brief.caption,
          width / 2,
          height * 0.875,
          size,
          flat && !dark ? deep : dark ? "#fdf6ea" : "#fffaf0",
          {
            align: "middle",
            weight: 0.12,
          },
        );
  return {
    defs:
      linear("ground", [
        stop(0, lighten(base, dark ? 0.14 : 0.25)),
        stop(1, dark ? base : mix(base, quiet, 0.65)),
      ]) +
      linear(
        "orb",
        [stop(0, lighten(warm, 0.35)), stop(0.6, warm), stop(1, darken(warm, 0.16))],
        [0.15, 0, 0.75, 1],
      ) +
      radial("orbglow", [stop(0, warm, 0.45), stop(1, warm, 0)]),
    back:
      rect(0, 0, width, height, flat ? base : "url(#ground)") +
      (flat ? "" : circle(x, y, r * 2, "url(#orbglow)")),
    middle: flat ? "" : rings(frame, x, y, r, dark ? quiet : deep),
    subject: group(
      { "data-part": "abstract" },
      circle(x, y, r, flat ? warm : "url(#orb)") +
        circle(x + r * 1.05, y - r * 0.75, r * 0.26, cool) +
        circle(x - r * 1.25, y + r * 0.2, r * 0.12, deep, { opacity: dark ? 0 : 1 }),
    ),
    front: bands + letters,
  };
}

function rings({ random }: Frame, x: number, y: number, r: number, colour: string): string {
  const turn = random.between(0, Math.PI);
  return [1.22, 1.44, 1.7]
    .map((part, index) => {
      const size = r * part;
      const from = turn + index * 0.9;
      const to = from + 2.6;
      return line(
        path`M${x + size * Math.cos(from)} ${y + size * Math.sin(from)} A${size} ${size} 0 0 1 ${x + size * Math.cos(to)} ${y + size * Math.sin(to)}`,
        colour,
        r * 0.018,
        { opacity: 0.5 },
      );
    })
    .join("");
}

function flowingBands({ width, height, unit, random }: Frame, colours: readonly string[]): string {
  return colours
    .map((colour, index) => {
      const y = height * (0.62 + index * 0.09);
      const lift = unit * random.between(0.06, 0.13) * (index % 2 ? -1 : 1);
      return shape(
        path`M0 ${y} C${width * 0.25} ${y - lift} ${width * 0.4} ${y + lift} ${width * 0.62} ${y} S${width * 0.88} ${y - lift} ${width} ${y + lift * 0.4} V${height} H0Z`,
        colour,
        { opacity: 0.93 },
      );
    })
    .join("");
}

function archBands({ width, height, unit, random }: Frame, colours: readonly string[]): string {
  const arches = [-1, 1].map((side, index) => {
    const x = width / 2 + side * unit * random.between(0.3, 0.4);
    const r = unit * (0.2 - index * 0.04);
    const top = height * (0.66 + index * 0.05);
    return [1, 0.72, 0.44]
      .map((part, ring) =>
        shape(
          path`M${x - r * part} ${height} V${top} A${r * part} ${r * part} 0 0 1 ${x + r * part} ${top} V${height}Z`,
          ring === 1 ? lighten(colours[index] ?? "#888888", 0.45) : (colours[index] ?? "#888888"),
        ),
      )
      .join("");
  });
  return arches.join("") + rect(0, height * 0.8, width, height * 0.2, colours[2] ?? "#222222");
}
