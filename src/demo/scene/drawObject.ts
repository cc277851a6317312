import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, ellipse, group, line, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import type { Drawn, Stand } from "./Drawn.js";
import { drawPerson } from "./drawPerson.js";

/** Reflections of a round, polished thing from left to right. */
const polished = (id: string, colour: string) =>
  linear(
    id,
    [
      stop(0, darken(colour, 0.42)),
      stop(0.18, colour),
      stop(0.32, lighten(colour, 0.55)),
      stop(0.46, colour),
      stop(0.8, darken(colour, 0.34)),
      stop(1, darken(colour, 0.1)),
    ],
    [0, 0, 1, 0],
  );

function lamp({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const metal = `url(#${id}metal)`;
  const defs =
    polished(`${id}metal`, colour) +
    linear(
      `${id}shade`,
      [stop(0, lighten(colour, 0.38)), stop(0.4, colour), stop(1, darken(colour, 0.38))],
      [0, 0, 1, 1],
    ) +
    linear(`${id}beam`, [stop(0, "#fff1c4", 0.75), stop(1, "#fff1c4", 0)]) +
    radial(`${id}bulb`, [stop(0, "#ffffff"), stop(0.5, "#fff3cf"), stop(1, "#ffdf94")]);
  const hinge = { x: x - s * 0.2, y: y - s * 0.5 };
  const top = { x: x + s * 0.02, y: y - s * 0.9 };
  const body =
    shape(
      path`M${x + s * 0.1} ${y - s * 0.66} L${x + s * 0.36} ${y - s * 0.76} L${x + s * 0.62} ${y} L${x + s * 0.06} ${y}Z`,
      `url(#${id}beam)`,
      { opacity: 0.5 },
    ) +
    ellipse(x - s * 0.12, y - s * 0.012, s * 0.2, s * 0.04, darken(colour, 0.45)) +
    shape(
      path`M${x - s * 0.32} ${y - s * 0.022} Q${x - s * 0.3} ${y - s * 0.066} ${x - s * 0.12} ${y - s * 0.072} Q${x + s * 0.06} ${y - s * 0.066} ${x + s * 0.08} ${y - s * 0.022} A${s * 0.2} ${s * 0.036} 0 0 1 ${x - s * 0.32} ${y - s * 0.022}Z`,
      metal,
    ) +
    ellipse(x - s * 0.12, y - s * 0.064, s * 0.055, s * 0.012, lighten(colour, 0.4)) +
    line(path`M${x - s * 0.12} ${y - s * 0.07} L${hinge.x} ${hinge.y}`, darken(colour, 0.2), s * 0.026) +
    line(
      path`M${x - s * 0.126} ${y - s * 0.08} L${hinge.x - s * 0.004} ${hinge.y}`,
      lighten(colour, 0.5),
      s * 0.007,
    ) +
    line(path`M${hinge.x} ${hinge.y} L${top.x} ${top.y}`, darken(colour, 0.2), s * 0.026) +
    line(
      path`M${hinge.x - s * 0.004} ${hinge.y} L${top.x - s * 0.005} ${top.y}`,
      lighten(colour, 0.5),
      s * 0.007,
    ) +
    line(path`M${top.x} ${top.y} L${x + s * 0.13} ${y - s * 0.84}`, darken(colour, 0.2), s * 0.024) +
    circle(hinge.x, hinge.y, s * 0.032, colour) +
    circle(hinge.x - s * 0.006, hinge.y - s * 0.007, s * 0.014, lighten(colour, 0.6)) +
    circle(top.x, top.y, s * 0.026, colour) +
    circle(top.x - s * 0.005, top.y - s * 0.006, s * 0.011, lighten(colour, 0.6)) +
    ellipse(x + s * 0.235, y - s * 0.7, s * 0.142, s * 0.052, `url(#${id}bulb)`, {
      transform: `rotate(-21 ${x + s * 0.235} ${y - s * 0.7})`,
    }) +
    shape(
      path`M${x + s * 0.1} ${y - s * 0.652} C${x + s * 0.06} ${y - s * 0.78} ${x + s * 0.06} ${y - s * 0.86} ${x + s * 0.12} ${y - s * 0.89} C${x + s * 0.19} ${y - s * 0.92} ${x + s * 0.27} ${y - s * 0.87} ${x + s * 0.368} ${y - s * 0.752} C${x + s * 0.3} ${y - s * 0.74} ${x + s * 0.16} ${y - s * 0.69} ${x + s * 0.1} ${y - s * 0.652}Z`,
      `url(#${id}shade)`,
    ) +
    line(
      path`M${x + s * 0.105} ${y - s * 0.8} Q${x + s * 0.115} ${y - s * 0.86} ${x + s * 0.165} ${y - s * 0.865}`,
      lighten(colour, 0.75),
      s * 0.014,
      { opacity: 0.9 },
    );
  return { defs, body };
}

function mug({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const defs = polished(`${id}glaze`, lighten(colour, 0.08));
  const steam = [-0.12, 0.04, 0.18]
    .map((dx, index) =>
      line(
        path`M${x + s * dx} ${y - s * 0.7} C${x + s * (dx - 0.07)} ${y - s * 0.8} ${x + s * (dx + 0.07)} ${y - s * 0.86} ${x + s * dx} ${y - s * (0.96 + (index % 2) * 0.04)}`,
        "#ffffff",
        s * 0.025,
        { opacity: 0.5 },
      ),
    )
    .join("");
  const body =
    line(
      path`M${x + s * 0.27} ${y - s * 0.48} C${x + s * 0.52} ${y - s * 0.52} ${x + s * 0.5} ${y - s * 0.14} ${x + s * 0.24} ${y - s * 0.16}`,
      darken(colour, 0.12),
      s * 0.07,
    ) +
    shape(
      path`M${x - s * 0.3} ${y - s * 0.6} L${x - s * 0.26} ${y - s * 0.06} Q${x} ${y + s * 0.05} ${x + s * 0.26} ${y - s * 0.06} L${x + s * 0.3} ${y - s * 0.6}Z`,
      `url(#${id}glaze)`,
    ) +
    ellipse(x, y - s * 0.6, s * 0.3, s * 0.07, lighten(colour, 0.35)) +
    ellipse(x, y - s * 0.595, s * 0.26, s * 0.052, "#4a2c1d") +
    ellipse(x - s * 0.04, y - s * 0.6, s * 0.15, s * 0.024, "#8a5a3a") +
    steam;
  return { defs, body };
}

function bottle({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const body =
    rect(x - s * 0.075, y - s * 0.99, s * 0.15, s * 0.13, "#2e2a2b", { rx: s * 0.015 }) +
    rect(x - s * 0.06, y - s * 0.88, s * 0.12, s * 0.12, `url(#${id}glass)`) +
    shape(
      path`M${x - s * 0.06} ${y - s * 0.78} C${x - s * 0.07} ${y - s * 0.7} ${x - s * 0.19} ${y - s * 0.7} ${x - s * 0.19} ${y - s * 0.56} L${x - s * 0.19} ${y - s * 0.05} Q${x - s * 0.19} ${y} ${x - s * 0.14} ${y} L${x + s * 0.14} ${y} Q${x + s * 0.19} ${y} ${x + s * 0.19} ${y - s * 0.05} L${x + s * 0.19} ${y - s * 0.56} C${x + s * 0.19} ${y - s * 0.7} ${x + s * 0.07} ${y - s * 0.7} ${x + s * 0.06} ${y - s * 0.78}Z`,
      `url(#${id}glass)`,
    ) +
    rect(x - s * 0.19, y - s * 0.44, s * 0.38, s * 0.26, "#f7f2e6", { opacity: 0.94 }) +
    rect(x - s * 0.1, y - s * 0.35, s * 0.2, s * 0.016, darken(colour, 0.3)) +
    rect(x - s * 0.07, y - s * 0.31, s * 0.14, s * 0.009, darken(colour, 0.1)) +
    rect(x - s * 0.145, y - s * 0.6, s * 0.032, s * 0.52, "#ffffff", { opacity: 0.4, rx: s * 0.016 });
  return { defs: polished(`${id}glass`, colour), body };
}

function vase({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const stem = (dx: number, high: number, petal: string) =>
    line(
      path`M${x + s * dx * 0.2} ${y - s * 0.55} Q${x + s * dx * 0.4} ${y - s * high * 0.8} ${x + s * dx} ${y - s * high}`,
      "#5f8a54",
      s * 0.014,
    ) +
    [0, 72, 144, 216, 288]
      .map((turn) =>
        ellipse(x + s * dx, y - s * (high + 0.045), s * 0.028, s * 0.05, petal, {
          transform: `rotate(${turn} ${x + s * dx} ${y - s * high})`,
        }),
      )
      .join("") +
    circle(x + s * dx, y - s * high, s * 0.024, "#f0c04f");
  const body =
    stem(-0.2, 0.84, "#f2b5a0") +
    stem(0.18, 0.88, "#f7d7c4") +
    stem(0, 0.96, "#e58f7b") +
    shape(
      path`M${x - s * 0.09} ${y - s * 0.56} C${x - s * 0.07} ${y - s * 0.44} ${x - s * 0.26} ${y - s * 0.36} ${x - s * 0.22} ${y - s * 0.18} C${x - s * 0.2} ${y - s * 0.06} ${x - s * 0.12} ${y} ${x - s * 0.1} ${y} L${x + s * 0.1} ${y} C${x + s * 0.12} ${y} ${x + s * 0.2} ${y - s * 0.06} ${x + s * 0.22} ${y - s * 0.18} C${x + s * 0.26} ${y - s * 0.36} ${x + s * 0.07} ${y - s * 0.44} ${x + s * 0.09} ${y - s * 0.56}Z`,
      `url(#${id}clay)`,
    ) +
    ellipse(x, y - s * 0.56, s * 0.092, s * 0.022, darken(colour, 0.45));
  return { defs: polished(`${id}clay`, colour), body };
}

function table({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const leg = (dx: number, lean: number) =>
    shape(
      path`M${x + s * dx} ${y - s * 0.56} L${x + s * (dx + lean)} ${y} L${x + s * (dx + lean + 0.035)} ${y} L${x + s * (dx + 0.06)} ${y - s * 0.56}Z`,
      darken(colour, 0.3),
    );
  return {
    defs: linear(`${id}wood`, [stop(0, lighten(colour, 0.2)), stop(1, darken(colour, 0.12))]),
    body:
      leg(-0.52, -0.06) +
      leg(0.46, 0.08) +
      leg(-0.34, -0.02) +
      leg(0.28, 0.03) +
      rect(x - s * 0.68, y - s * 0.62, s * 1.36, s * 0.075, `url(#${id}wood)`, { rx: s * 0.02 }) +
      rect(x - s * 0.6, y - s * 0.545, s * 1.2, s * 0.05, darken(colour, 0.2)),
  };
}

function balloon({ x, y, size: s, id }: Stand, colour: string): Drawn {
  const panels = [-0.24, -0.08, 0.08, 0.24]
    .map((at, index) =>
      shape(
        path`M${x} ${y - s} Q${x + s * at * 2.4} ${y - s * 0.64} ${x + s * at * 0.35} ${y - s * 0.27} L${x + s * (at + 0.1) * 0.3} ${y - s * 0.27} Q${x + s * (at + 0.13) * 2} ${y - s * 0.64} ${x} ${y - s}Z`,
        index % 2 ? "#fff3dc" : mix(colour, "#f2b541", 0.5),
        { opacity: 0.85 },
      ),
    )
    .join("");
  return {
    defs: radial(
      `${id}silk`,
      [stop(0, lighten(colour, 0.35)), stop(0.6, colour), stop(1, darken(colour, 0.3))],
      [0.36, 0.32, 0.75],
    ),
    body:
      line(
        path`M${x - s * 0.1} ${y - s * 0.3} L${x - s * 0.06} ${y - s * 0.13} M${x + s * 0.1} ${y - s * 0.3} L${x + s * 0.06} ${y - s * 0.13}`,
        "#5b4030",
        s * 0.008,
      ) +
      shape(
        path`M${x} ${y - s} C${x + s * 0.52} ${y - s} ${x + s * 0.44} ${y - s * 0.52} ${x + s * 0.1} ${y - s * 0.27} L${x - s * 0.1} ${y - s * 0.27} C${x - s * 0.44} ${y - s * 0.52} ${x - s * 0.52} ${y - s} ${x} ${y - s}Z`,
        `url(#${id}silk)`,
      ) +
      panels +
      rect(x - s * 0.075, y - s * 0.14, s * 0.15, s * 0.12, "#8a5a36", { rx: s * 0.02 }) +
      rect(x - s * 0.085, y - s * 0.145, s * 0.17, s * 0.03, "#a87245", { rx: s * 0.01 }),
  };
}

const OBJECTS: Readonly<
  Record<string, { draw: (stand: Stand, colour: string) => Drawn; colour: string; width: number }>
> = {
  "drawn:lamp": { draw: lamp, colour: "#c99a45", width: 0.75 },
  "drawn:mug": { draw: mug, colour: "#d9705a", width: 0.8 },
  "drawn:bottle": { draw: bottle, colour: "#4f8f86", width: 0.42 },
  "drawn:vase": { draw: vase, colour: "#4f7fa8", width: 0.5 },
  "drawn:table": { draw: table, colour: "#a8743f", width: 1.4 },
  "drawn:balloon": { draw: balloon, colour: "#d9503f", width: 0.8 },
};

const KINDS = {
  "drawn:person": "any",
  "drawn:woman": "woman",
  "drawn:man": "man",
  "drawn:child": "child",
} as const;
const kindOf = (icon: string) => (Object.hasOwn(KINDS, icon) ? KINDS[icon as keyof typeof KINDS] : undefined);

/** Draws one of the illustrator's own objects ("drawn:…"). */
export function drawObject(icon: string, stand: Stand, colour: string | undefined): Drawn {
  const kind = kindOf(icon);
  const entry = OBJECTS[icon];
  const drawn = kind ? drawPerson(kind, stand, colour) : entry?.draw(stand, colour ?? entry.colour);
  if (!drawn) return { defs: "", body: "" };
  return {
    defs: drawn.defs,
    body: group({ "data-part": kind ? "person" : icon.replace("drawn:", "") }, drawn.body),
  };
}

/** Width of an own object as a part of its height; 1 for a glyph. */
export const widthOf = (icon: string): number => (kindOf(icon) ? 0.4 : (OBJECTS[icon]?.width ?? 1));
