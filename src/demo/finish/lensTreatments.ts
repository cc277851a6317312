import { linear, path, rect, shape, stop } from "../drawing/svg.js";
import { blurFilter, rimFilter, volumeFilter } from "./filters.js";
import { grade } from "./grade.js";
import { filtered } from "./treatment.js";
import type { Treatment } from "./treatment.js";

/** A lens: what is far lies out of focus, what is near has volume, film has grain. */
export const photorealistic: Treatment = {
  scale: 0.66,
  dress(layers, { unit, brief }) {
    const chart = brief.kind === "infographic";
    return {
      defs:
        blurFilter("far", unit * 0.0125) +
        blurFilter("mid", unit * 0.0042) +
        blurFilter("close", unit * 0.009) +
        volumeFilter("volume", unit * (chart ? 0.004 : 0.016), 0.12),
      body:
        layers.back +
        filtered("far", layers.back) +
        filtered("mid", layers.middle) +
        filtered("volume", layers.subject) +
        // Letters stand in front of an abstract picture: out of focus nobody could read them.
        (brief.kind === "scene" ? filtered("close", layers.front) : layers.front),
    };
  },
  paint: (pixels, frame) =>
    grade(pixels, frame.brief.seed, {
      saturation: 0.84,
      contrast: 1.08,
      lift: -3,
      shadows: [-4, 0, 8],
      lights: [8, 3, -6],
      vignette: 0.3,
      grain: 17,
      bloom: 0.16,
    }),
};

/** Rounded, glossy bodies in soft studio light. */
export const render3d: Treatment = {
  scale: 0.66,
  dress(layers, { unit, width, height, brief }) {
    const chart = brief.kind === "infographic";
    return {
      defs:
        volumeFilter("round", unit * (chart ? 0.009 : 0.021), 0.4) +
        blurFilter("far", unit * 0.005) +
        linear("studio", [stop(0, "#ffffff", 0.34), stop(0.6, "#fbe4f0", 0.16), stop(1, "#5b4a9a", 0.24)]),
      body:
        layers.back +
        filtered("far", layers.back) +
        layers.middle +
        rect(0, 0, width, height, "url(#studio)") +
        filtered("round", layers.subject) +
        filtered("round", brief.kind === "scene" ? layers.front : "") +
        (brief.kind === "scene" ? "" : layers.front),
    };
  },
  paint: (pixels, frame) =>
    grade(pixels, frame.brief.seed, {
      saturation: 1.12,
      contrast: 1.02,
      lift: 4,
      bloom: 0.13,
      shadows: [8, 2, 18],
      vignette: 0.12,
    }),
};

/** Bars, haze and beams, graded to teal and orange. */
export const cinematic: Treatment = {
  scale: 0.66,
  dress(layers, { width, height, unit, horizon, brief, palette }) {
    const chart = brief.kind === "infographic";
    const glow = palette.night ? "#9fc4ff" : "#ffd59a";
    const x = width * (brief.seed % 2 === 0 ? 0.25 : 0.75);
    const beams = [-0.5, -0.22, 0.06, 0.36]
      .map((tilt, index) =>
        shape(
          path`M${x - unit * 0.03} ${-unit * 0.05} L${x + unit * 0.03} ${-unit * 0.05} L${x + width * tilt + unit * (0.16 + index * 0.02)} ${height} L${x + width * tilt - unit * 0.06} ${height}Z`,
          "url(#beam)",
        ),
      )
      .join("");
    const flare = chart
      ? ""
      : rect(0, height * 0.215, width, unit * 0.006, "url(#flare)") +
        rect(0, height * 0.2165, width, unit * 0.0025, "url(#flare)");
    return {
      defs:
        blurFilter("far", unit * 0.006) +
        blurFilter("haze", unit * 0.012) +
        rimFilter("rim", unit * 0.0055, glow, "#ff9a4d", 0.2) +
        linear("beam", [stop(0, glow, 0.5), stop(0.75, glow, 0.05), stop(1, glow, 0)]) +
        linear("mist", [stop(0, glow, 0), stop(0.5, glow, 0.36), stop(1, glow, 0)]) +
        linear(
          "flare",
          [stop(0, "#6fb8ff", 0), stop(0.5, "#bfe2ff", 0.75), stop(1, "#6fb8ff", 0)],
          [0, 0, 1, 0],
        ) +
        linear("gloom", [
          stop(0, "#02060f", 0.5),
          stop(0.35, "#02060f", 0),
          stop(0.7, "#02060f", 0),
          stop(1, "#02060f", 0.72),
        ]),
      body:
        layers.back +
        filtered("far", layers.back) +
        (chart ? "" : filtered("haze", beams)) +
        layers.middle +
        (brief.kind === "scene" ? rect(0, horizon - unit * 0.12, width, unit * 0.34, "url(#mist)") : "") +
        (chart ? layers.subject : filtered("rim", layers.subject)) +
        layers.front +
        rect(0, 0, width, height, "url(#gloom)") +
        flare,
    };
  },
  paint: (pixels, frame) =>
    grade(pixels, frame.brief.seed, {
      saturation: 0.86,
      contrast: 1.2,
      lift: -14,
      shadows: [-20, 6, 20],
      lights: [26, 6, -26],
      vignette: 0.72,
      grain: 26,
      bloom: 0.3,
      bars: frame.brief.kind === "infographic" ? 0.035 : 0.1,
    }),
};
