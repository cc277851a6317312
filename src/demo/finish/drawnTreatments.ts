import { mix } from "../drawing/colour.js";
import { createRandom } from "../drawing/random.js";
import { circle, group, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import type { Frame, Layers } from "../scene/frame.js";
import { hills } from "../scene/land.js";
import { rimFilter } from "./filters.js";
import { cel, flatten, grade } from "./grade.js";
import { filtered, isScene, plain } from "./treatment.js";
import type { Treatment } from "./treatment.js";

/** Saturated light from two sides, glow and sparks. */
export const digitalArt: Treatment = {
  scale: 0.8,
  dress(layers, { width, height, unit, brief }) {
    const random = createRandom(brief.seed + 1);
    let sparks = "";
    for (let index = 0; index < 46; index += 1)
      sparks += circle(
        random() * width,
        random() * height,
        unit * (0.0015 + random() ** 4 * 0.009),
        random() < 0.5 ? "#7ff6ff" : "#ff9df0",
        { opacity: random.between(0.35, 0.95) },
      );
    const beam = (x: number, tilt: number) =>
      shape(
        path`M${width * x} 0 L${width * (x + 0.1)} 0 L${width * (x + 0.1 + tilt)} ${height} L${width * (x - 0.14 + tilt)} ${height}Z`,
        "url(#beam)",
      );
    return {
      defs:
        rimFilter("rim", unit * 0.0075, "#5ff0ff", "#ff5fd2", brief.kind === "scene" ? 0.55 : 0.25) +
        linear("beam", [stop(0, "#7fd8ff", 0.34), stop(1, "#c86bff", 0)]) +
        radial("magenta", [stop(0, "#ff3fb4", 0.6), stop(1, "#ff3fb4", 0)]) +
        radial("cyan", [stop(0, "#22d3ff", 0.55), stop(1, "#22d3ff", 0)]),
      body:
        layers.back +
        circle(width * 0.06, height * 0.62, unit * 0.62, "url(#magenta)") +
        circle(width * 0.96, height * 0.36, unit * 0.62, "url(#cyan)") +
        beam(0.2, 0.16) +
        beam(0.62, -0.08) +
        layers.middle +
        circle(width * 0.1, height, unit * 0.5, "url(#magenta)", { opacity: 0.6 }) +
        filtered("rim", layers.subject) +
        layers.front +
        sparks,
    };
  },
  paint: (pixels, frame) =>
    grade(pixels, frame.brief.seed, {
      saturation: 1.42,
      contrast: 1.16,
      shadows: [14, -10, 34],
      lights: [2, 2, 10],
      bloom: 0.4,
      vignette: 0.4,
    }),
};

/** Cel tones with outlines, towering clouds, drifting petals. */
export const anime: Treatment = {
  dress(layers, { width, height, unit, brief, palette }) {
    const random = createRandom(brief.seed + 2);
    const night = palette.night;
    const petal = night ? "#fff3b0" : brief.season === "autumn" ? "#f2893d" : "#ffc2dc";
    let petals = "";
    for (let index = 0; index < 24; index += 1) {
      const x = random() * width;
      const y = random() * height;
      const size = unit * random.between(0.007, 0.017);
      petals += shape(
        path`M${x} ${y} C${x + size} ${y - size * 1.2} ${x + size * 2.2} ${y - size * 0.2} ${x + size * 1.8} ${y + size * 0.9} C${x + size} ${y + size} ${x + size * 0.3} ${y + size * 0.7} ${x} ${y}Z`,
        petal,
        { opacity: random.between(0.65, 1) },
      );
    }
    const rays = [0.02, 0.2, 0.42]
      .map((at) =>
        shape(
          path`M${-unit * 0.1} ${-unit * 0.1} L${width * (at + 0.16)} ${height} L${width * (at + 0.3)} ${height * 0.92}Z`,
          night ? "#a9c6ff" : "#ffffff",
          { opacity: 0.11 },
        ),
      )
      .join("");
    const puff = (x: number, y: number, r: number) =>
      group(
        {},
        [
          [-1.1, 0.2, 0.6],
          [-0.4, -0.35, 0.85],
          [0.45, -0.1, 0.75],
          [1.1, 0.3, 0.5],
        ]
          .map(([dx = 0, dy = 0, part = 0]) =>
            circle(
              x + dx * r,
              y + dy * r,
              r * part,
              night
                ? mix(palette.sky[1], "#dfe8ff", 0.22)
                : brief.time === "sunset"
                  ? "#ffc7a8"
                  : mix(palette.cloud, "#ffffff", 0.6),
            ),
          )
          .join(""),
      );
    const cumulus =
      brief.kind === "scene" &&
      !brief.without.has("cloud") &&
      !["room", "table", "space", "underwater", "studio"].includes(brief.place ?? "")
        ? puff(width * 0.12, height * 0.5, unit * 0.13) + puff(width * 0.9, height * 0.47, unit * 0.16)
        : "";
    return {
      defs: "",
      body: layers.back + cumulus + layers.middle + layers.subject + layers.front + rays + petals,
    };
  },
  paint(pixels, frame) {
    cel(pixels);
    grade(pixels, frame.brief.seed, { saturation: 1.16, bloom: 0.2, lights: [6, 2, 8], shadows: [4, 2, 22] });
  },
};

/** One subject, one disc, one ground. */
export const minimalist: Treatment = {
  dress(layers, frame) {
    if (frame.backdrop !== undefined) return plain(layers);
    if (frame.brief.kind === "headshot" || frame.brief.kind === "product") return stillLife(layers, frame);
    if (!isScene(frame) || frame.brief.subjects.length === 0)
      return plain({ ...layers, front: frame.brief.kind === "scene" ? "" : layers.front });
    const { width, height, unit, palette, floor, brief } = frame;
    const ground =
      brief.place === "sea" || brief.place === "underwater"
        ? "#3f7fa3"
        : brief.place === "beach" || brief.place === "desert"
          ? "#e3bd85"
          : brief.place === "table" || brief.place === "room"
            ? "#c49a6f"
            : brief.place === "space"
              ? "#39407a"
              : palette.near;
    const paper =
      palette.night || brief.place === "space"
        ? mix(palette.sky[0], "#2b355c", 0.5)
        : mix(palette.sky[2], "#fbf6ec", 0.72);
    const disc =
      brief.moon || palette.night
        ? "#f4e6bb"
        : brief.time === "sunset"
          ? "#ee7f63"
          : brief.time === "dawn"
            ? "#f4b7a6"
            : mix(palette.sky[1], "#ffffff", 0.2);
    return {
      defs: "",
      body:
        rect(0, 0, width, height, paper) +
        circle(width / 2, floor - unit * 0.37, unit * 0.335, disc, { "data-part": "disc" }) +
        hills(frame, floor - unit * 0.07, unit * 0.025, mix(ground, paper, 0.12)) +
        rect(0, floor + unit * 0.06, width, height, ground) +
        layers.subject,
    };
  },
  paint(pixels, frame) {
    if (isScene(frame)) flatten(pixels, 7);
    grade(pixels, frame.brief.seed, { saturation: 0.78, contrast: 0.92, lift: 10 });
  },
};

/** A single thing before one disc, on even ground. */
function stillLife(layers: Layers, { width, height, unit, brief }: Frame): { defs: string; body: string } {
  const paper = ["#efe7da", "#e3e9e6", "#ece4e6"][brief.seed % 3] ?? "#efe7da";
  const disc = ["#e7b48f", "#a9c3bd", "#d9a7a0"][brief.seed % 3] ?? "#e7b48f";
  const product = brief.kind === "product";
  const top = height * (height > width ? 0.74 : 0.79);
  const ground = product ? rect(0, top - unit * 0.012, width, height, mix(disc, "#3b3a44", 0.16)) : "";
  return {
    defs: "",
    body:
      rect(0, 0, width, height, paper) +
      circle(
        width / 2,
        product ? top - unit * 0.36 : height - unit * (height > width ? 0.8 : 0.52),
        unit * createRandom(brief.seed + 3).between(0.345, 0.375),
        disc,
        { "data-part": "disc" },
      ) +
      ground +
      layers.subject,
  };
}
