import { element } from "../drawing/svg.js";

const filter = (id: string, margin: number, body: string) =>
  element(
    "filter",
    {
      id,
      x: -margin,
      y: -margin,
      width: 1 + margin * 2,
      height: 1 + margin * 2,
      "color-interpolation-filters": "sRGB",
    },
    body,
  );

/** Out of focus. It fades at the edges of the picture, so the sharp layer must stay below it. */
export const blurFilter = (id: string, amount: number): string =>
  filter(id, 0.06, element("feGaussianBlur", { stdDeviation: amount }));

/** Light from the upper left on a rounded surface: shading, and a highlight of strength `gloss`. */
export function volumeFilter(id: string, depth: number, gloss: number): string {
  const lamp = element("feDistantLight", { azimuth: 232, elevation: 52 });
  return filter(
    id,
    0.04,
    element("feGaussianBlur", { in: "SourceAlpha", stdDeviation: depth, result: "surface" }) +
      element(
        "feDiffuseLighting",
        {
          in: "surface",
          surfaceScale: depth * 0.85,
          diffuseConstant: 1.14,
          "lighting-color": "#fffaf2",
          result: "diffuse",
        },
        lamp,
      ) +
      element("feBlend", { in: "diffuse", in2: "SourceGraphic", mode: "multiply", result: "shaded" }) +
      element(
        "feSpecularLighting",
        {
          in: "surface",
          surfaceScale: depth * 0.7,
          specularConstant: gloss,
          specularExponent: 22,
          "lighting-color": "#ffffff",
          result: "shine",
        },
        lamp,
      ) +
      element("feComposite", {
        in: "shine",
        in2: "shaded",
        operator: "arithmetic",
        k1: 0,
        k2: 1,
        k3: 1,
        k4: 0,
        result: "sum",
      }) +
      element("feComposite", { in: "sum", in2: "SourceAlpha", operator: "in" }),
  );
}

/** Coloured light along two sides of a silhouette and a glow around it. */
export function rimFilter(id: string, reach: number, left: string, right: string, glow: number): string {
  const side = (name: string, dx: number, dy: number, colour: string) =>
    element("feOffset", { in: "SourceAlpha", dx, dy, result: `${name}o` }) +
    element("feComposite", { in: "SourceAlpha", in2: `${name}o`, operator: "out", result: `${name}e` }) +
    element("feGaussianBlur", { in: `${name}e`, stdDeviation: reach * 0.45, result: `${name}b` }) +
    element("feFlood", { "flood-color": colour, "flood-opacity": 0.95 }) +
    element("feComposite", { in2: `${name}b`, operator: "in", result: `${name}c` }) +
    element("feComposite", { in: `${name}c`, in2: "SourceAlpha", operator: "in", result: name });
  const merge = ["halo", "SourceGraphic", "left", "right"]
    .map((name) => element("feMergeNode", { in: name }))
    .join("");
  return filter(
    id,
    0.15,
    side("left", reach, reach * 0.6, left) +
      side("right", -reach, reach * 0.5, right) +
      element("feGaussianBlur", { in: "SourceAlpha", stdDeviation: reach * 2.6, result: "wide" }) +
      element("feFlood", { "flood-color": left, "flood-opacity": glow }) +
      element("feComposite", { in2: "wide", operator: "in", result: "halo" }) +
      element("feMerge", {}, merge),
  );
}
