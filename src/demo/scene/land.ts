import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, group, line, linear, path, rect, shape, stop } from "../drawing/svg.js";
import { unlessLeftOut } from "./frame.js";
import type { Frame, Layers } from "./frame.js";

/** A rolling line of hills from edge to edge, down to the bottom. */
export function hills({ width, height, random }: Frame, y: number, swing: number, fill: string): string {
  const count = 4;
  let d = path`M${-width * 0.05} ${height} L${-width * 0.05} ${y}`;
  for (let index = 0; index < count; index += 1) {
    const from = (width * 1.1 * index) / count - width * 0.05;
    const to = (width * 1.1 * (index + 1)) / count - width * 0.05;
    const lift = swing * random.between(0.25, 1) * (index % 2 ? 1 : -0.5);
    d += path` C${from + (to - from) * 0.36} ${y - lift} ${from + (to - from) * 0.64} ${y - lift} ${to} ${y + swing * random.between(-0.22, 0.22)}`;
  }
  return shape(`${d}${path` L${width * 1.05} ${height}`}Z`, fill);
}

/** A conifer, its foot at (x, y). */
function conifer(x: number, y: number, size: number, colour: string): string {
  const tier = (top: number, bottom: number, half: number) =>
    path`M${x} ${y - size * top} C${x + size * half * 0.35} ${y - size * (bottom + (top - bottom) * 0.4)} ${x + size * half * 0.7} ${y - size * (bottom + 0.05)} ${x + size * half} ${y - size * bottom} Q${x} ${y - size * (bottom - 0.07)} ${x - size * half} ${y - size * bottom} C${x - size * half * 0.7} ${y - size * (bottom + 0.05)} ${x - size * half * 0.35} ${y - size * (bottom + (top - bottom) * 0.4)} ${x} ${y - size * top}Z`;
  return (
    rect(x - size * 0.035, y - size * 0.16, size * 0.07, size * 0.17, darken(colour, 0.35)) +
    shape(tier(0.62, 0.1, 0.3), darken(colour, 0.12)) +
    shape(tier(0.82, 0.34, 0.235), colour) +
    shape(tier(1, 0.58, 0.165), lighten(colour, 0.09))
  );
}

/** A round-headed tree, its foot at (x, y). */
function broadleaf(x: number, y: number, size: number, colour: string): string {
  const crown = (dx: number, dy: number, r: number, fill: string) =>
    circle(x + size * dx, y - size * dy, size * r, fill);
  return (
    shape(
      path`M${x - size * 0.05} ${y} Q${x - size * 0.02} ${y - size * 0.3} ${x - size * 0.1} ${y - size * 0.5} L${x + size * 0.1} ${y - size * 0.5} Q${x + size * 0.02} ${y - size * 0.3} ${x + size * 0.06} ${y}Z`,
      mix("#5b4030", colour, 0.35),
    ) +
    crown(-0.2, 0.5, 0.21, darken(colour, 0.14)) +
    crown(0.21, 0.52, 0.2, darken(colour, 0.14)) +
    crown(0, 0.66, 0.3, colour) +
    crown(-0.1, 0.74, 0.17, lighten(colour, 0.1)) +
    crown(0.13, 0.8, 0.1, lighten(colour, 0.14))
  );
}

/** Tufts of grass and, in the warm months, flowers along the bottom edge. */
export function grass(frame: Frame, from: number, colour: string, amount = 1): string {
  const { width, height, random, unit, brief } = frame;
  let body = "";
  const count = Math.round((width / unit) * 46 * amount);
  for (let index = 0; index < count; index += 1) {
    const x = random() * width;
    const y = from + (height - from) * random() ** 0.7 + unit * 0.01;
    const size = unit * random.between(0.018, 0.05) * (0.6 + (y - from) / (height - from + 1));
    const lean = random.between(-0.7, 0.7);
    const shade = mix(colour, "#000000", random() * 0.3);
    const blade = shape(
      path`M${x - size * 0.16} ${y} Q${x - size * 0.1 + lean * size * 0.3} ${y - size * 0.6} ${x + lean * size} ${y - size} Q${x + size * 0.14 + lean * size * 0.3} ${y - size * 0.5} ${x + size * 0.16} ${y}Z`,
      shade,
    );
    body += unlessLeftOut(frame, "grass", blade);
    if (
      index % 6 === 0 &&
      brief.season !== "winter" &&
      brief.season !== "autumn" &&
      !brief.moods.includes("noir")
    ) {
      const petal = random.pick(
        brief.season === "spring" ? ["#f7b6d2", "#ffe1ec", "#fff3a8"] : ["#ffe08a", "#ffffff", "#f2a0b5"],
      );
      const flower =
        circle(x + size, y - size * 0.8, size * 0.16, mix(petal, colour, frame.palette.night ? 0.5 : 0.1)) +
        circle(x + size, y - size * 0.8, size * 0.06, "#e8a33b");
      body += unlessLeftOut(frame, "flower", flower);
    }
  }
  return body;
}

/** Rows of conifers that grow nearer and darker, leaving the middle free. */
function treeline(
  frame: Frame,
  y: number,
  size: number,
  colour: string,
  count: number,
  clearing: number,
): string {
  const { width, random, brief } = frame;
  const winter = brief.season === "winter" || brief.place === "snow";
  const trees: [number, string][] = [];
  for (let index = 0; index < count; index += 1) {
    const side = index % 2 ? 1 : -1;
    const x = width / 2 + side * width * (clearing + random() ** 0.8 * (0.56 - clearing));
    const own = size * random.between(0.7, 1.15);
    const foot = y + random.between(-0.06, 0.1) * size;
    const round =
      brief.season !== "winter" && (brief.season === "autumn" || brief.season === "spring") && random() < 0.6;
    const leaf =
      brief.season === "autumn"
        ? mix(colour, random.pick(["#d9822b", "#c24f2a", "#e0ae3c"]), 0.7)
        : brief.season === "spring" && round
          ? mix(colour, "#f3a9c7", 0.75)
          : winter
            ? mix(colour, "#eef4fa", 0.18)
            : colour;
    trees.push([foot, round ? broadleaf(x, foot, own, leaf) : conifer(x, foot, own, leaf)]);
  }
  trees.sort((a, b) => a[0] - b[0]);
  return unlessLeftOut(frame, "tree", trees.map(([, tree]) => tree).join(""));
}

/** Grassland between hills, the ground of most scenes. */
export function meadow(frame: Frame): Layers {
  const { horizon: h, unit, palette, height } = frame;
  return {
    defs: linear("turf", [stop(0, lighten(palette.near, 0.1)), stop(1, darken(palette.near, 0.28))]),
    back:
      hills(frame, h, unit * 0.1, mix(palette.far, palette.sky[2], 0.25)) +
      hills(frame, h + unit * 0.05, unit * 0.08, palette.far),
    middle:
      hills(frame, h + unit * 0.1, unit * 0.07, palette.mid) +
      treeline(frame, h + unit * 0.15, unit * 0.24, palette.leaf, 9, 0.24) +
      hills(frame, h + unit * 0.19, unit * 0.05, "url(#turf)"),
    subject: "",
    front: grass(frame, height * 0.93, palette.leaf),
  };
}

/** Deep woods around a clearing. */
export function forest(frame: Frame): Layers {
  const { horizon: h, unit, palette, height } = frame;
  const mist = mix(palette.sky[2], palette.far, 0.4);
  return {
    defs: linear("turf", [
      stop(0, mix(palette.near, palette.leaf, 0.3)),
      stop(1, darken(palette.leaf, 0.35)),
    ]),
    back: treeline(frame, h + unit * 0.05, unit * 0.42, mix(mist, palette.leaf, 0.25), 22, 0),
    middle:
      hills(frame, h + unit * 0.06, unit * 0.05, mix(palette.mid, palette.leaf, 0.25)) +
      treeline(frame, h + unit * 0.12, unit * 0.6, mix(mist, palette.leaf, 0.62), 14, 0.16) +
      hills(frame, h + unit * 0.14, unit * 0.05, "url(#turf)") +
      treeline(frame, h + unit * 0.28, unit * 0.95, palette.leaf, 6, 0.4),
    subject: "",
    front: grass(frame, height * 0.92, darken(palette.leaf, 0.2), 1.3),
  };
}

/** Peaks with snow behind a valley. */
export function mountains(frame: Frame): Layers {
  const { horizon: h, unit, width, random, palette } = frame;
  const peak = (x: number, top: number, half: number, colour: string) => {
    const y = h + unit * 0.12;
    const snow = top + (y - top) * 0.3;
    const at = (part: number) => half * ((snow - top) / (y - top)) * part;
    return (
      shape(path`M${x - half} ${y} L${x} ${top} L${x + half} ${y}Z`, colour) +
      shape(
        path`M${x} ${top} L${x + half} ${y} L${x + half * 0.18} ${y} L${x - half * 0.06} ${top + (y - top) * 0.55}Z`,
        darken(colour, 0.16),
      ) +
      shape(
        path`M${x} ${top} L${x + at(1)} ${snow} L${x + at(0.5)} ${snow - unit * 0.012} L${x + at(0.15)} ${snow + unit * 0.03} L${x - at(0.3)} ${snow - unit * 0.015} L${x - at(0.6)} ${snow + unit * 0.018} L${x - at(1)} ${snow}Z`,
        mix("#ffffff", palette.sky[1], palette.night ? 0.4 : 0.12),
      )
    );
  };
  const back = [0.12, 0.88, 0.5]
    .map((at, index) =>
      peak(
        width * (at + random.between(-0.05, 0.05)),
        h - unit * random.between(0.3, 0.42),
        unit * random.between(0.42, 0.55),
        mix(palette.far, palette.sky[1], 0.3 - index * 0.14),
      ),
    )
    .join("");
  const base = meadow(frame);
  return {
    ...base,
    back: back + hills(frame, h + unit * 0.07, unit * 0.05, mix(palette.far, palette.mid, 0.5)),
  };
}

/** Snow fields under firs. */
export function snowfield(frame: Frame): Layers {
  const { horizon: h, unit, palette, height } = frame;
  const snow = palette.night ? "#a9bfe0" : palette.sky[2];
  const white = mix(snow, "#ffffff", palette.night ? 0.2 : 0.75);
  return {
    defs: linear("turf", [stop(0, white), stop(1, mix(white, "#8aa6cc", 0.4))]),
    back: hills(frame, h, unit * 0.12, mix(white, palette.sky[1], 0.5)),
    middle:
      treeline(frame, h + unit * 0.12, unit * 0.26, palette.leaf, 12, 0.2) +
      hills(frame, h + unit * 0.13, unit * 0.06, "url(#turf)"),
    subject: "",
    front: hills(frame, height * 0.965, unit * 0.03, mix(white, "#ffffff", 0.4)),
  };
}

/** Dunes in long curves. */
export function desert(frame: Frame): Layers {
  const { horizon: h, unit, palette } = frame;
  const sand = mix("#e8b877", palette.near, palette.night ? 0.62 : 0.16);
  return {
    defs: linear("turf", [stop(0, lighten(sand, 0.12)), stop(1, darken(sand, 0.22))]),
    back: hills(frame, h, unit * 0.12, mix(sand, palette.sky[2], 0.5)),
    middle:
      hills(frame, h + unit * 0.07, unit * 0.13, mix(sand, "#a8683c", 0.25)) +
      hills(frame, h + unit * 0.15, unit * 0.08, "url(#turf)") +
      [0.24, 0.29, 0.35]
        .map((at) =>
          line(
            path`M${0} ${h + unit * at} Q${frame.width * 0.4} ${h + unit * (at - 0.05)} ${frame.width} ${h + unit * (at + 0.03)}`,
            darken(sand, 0.16),
            unit * 0.006,
            { opacity: 0.5 },
          ),
        )
        .join(""),
    subject: "",
    front: group({}, hills(frame, frame.height * 0.97, unit * 0.03, darken(sand, 0.24))),
  };
}
