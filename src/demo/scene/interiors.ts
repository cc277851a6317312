import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, ellipse, group, line, linear, path, radial, rect, stop } from "../drawing/svg.js";
import type { Frame, Layers } from "./frame.js";

/** A wall with a window and a floor. */
export function room(frame: Frame): Layers {
  const { width, height, unit, palette, random } = frame;
  const wall = mix(
    random.pick(["#d9cdbb", "#bcd0cb", "#e2c3ac", "#c5c9dc"]),
    palette.night ? "#2b2f4a" : "#ffffff",
    palette.night ? 0.5 : 0.12,
  );
  const wood = mix("#a9764a", palette.night ? "#1d1c30" : "#ffffff", palette.night ? 0.45 : 0.08);
  const y = frame.floor - unit * 0.15;
  const w = unit * 0.36;
  const x = frame.brief.seed % 2 ? width * 0.1 : width * 0.9 - w;
  const top = Math.max(unit * 0.1, y - unit * 0.66);
  const pane = (dx: number, dy: number) =>
    rect(
      x + w * dx + unit * 0.01,
      top + unit * 0.46 * dy + unit * 0.01,
      w / 2 - unit * 0.018,
      unit * 0.21,
      "url(#sky)",
    );
  return {
    defs:
      linear("sky", [stop(0, palette.sky[0]), stop(1, palette.sky[2])]) +
      linear("wall", [stop(0, lighten(wall, 0.1)), stop(1, darken(wall, 0.1))]) +
      linear("turf", [stop(0, darken(wood, 0.12)), stop(0.4, wood), stop(1, darken(wood, 0.2))]),
    back:
      rect(0, 0, width, height, "url(#wall)") +
      rect(x - unit * 0.012, top - unit * 0.012, w + unit * 0.024, unit * 0.49, "#f6f1e8") +
      pane(0, 0) +
      pane(0.5, 0) +
      pane(0, 0.5) +
      pane(0.5, 0.5) +
      rect(x - unit * 0.035, top + unit * 0.47, w + unit * 0.07, unit * 0.026, "#e9e1d3"),
    middle:
      rect(0, y - unit * 0.03, width, unit * 0.03, lighten(wall, 0.35)) +
      rect(0, y, width, height - y, "url(#turf)") +
      ellipse(width / 2, frame.floor + unit * 0.02, unit * 0.46, unit * 0.09, mix("#b3574d", wall, 0.25), {
        opacity: 0.85,
      }) +
      ellipse(width / 2, frame.floor + unit * 0.02, unit * 0.38, unit * 0.07, mix("#e8d3ad", wall, 0.2), {
        opacity: 0.8,
      }),
    subject: "",
    front: "",
  };
}

/** A table top before soft lights. */
export function table(frame: Frame): Layers {
  const { width, height, unit, palette, random } = frame;
  const warm = palette.night ? (["#2a2238", "#4a3348"] as const) : (["#f3e3cf", "#e3c4a4"] as const);
  const wood = palette.night ? "#6b4630" : "#b98557";
  const y = frame.floor - unit * 0.13;
  let lights = "";
  for (let index = 0; index < 16; index += 1)
    lights += circle(
      random() * width,
      random() * y * 0.9,
      unit * random.between(0.025, 0.085),
      random.pick(["#fff3d0", "#ffd9a0", "#f5b98a", "#cfe0d6"]),
      { opacity: random.between(0.14, 0.42) },
    );
  const grain = Array.from({ length: 7 }, (_, index) => {
    const at = y + ((height - y) * (index + 0.6)) / 7.2;
    return line(
      path`M0 ${at} C${width * 0.3} ${at + unit * random.between(-0.012, 0.012)} ${width * 0.7} ${at + unit * random.between(-0.012, 0.012)} ${width} ${at}`,
      darken(wood, 0.22),
      unit * 0.004,
      { opacity: 0.4 },
    );
  }).join("");
  return {
    defs:
      linear("sky", [stop(0, warm[0]), stop(1, warm[1])]) +
      linear("turf", [stop(0, lighten(wood, 0.16)), stop(1, darken(wood, 0.24))]),
    back: rect(0, 0, width, height, "url(#sky)") + group({ "data-part": "bokeh" }, lights),
    middle:
      rect(0, y, width, height - y, "url(#turf)") +
      rect(0, y, width, unit * 0.012, lighten(wood, 0.34)) +
      grain,
    subject: "",
    front: "",
  };
}

/** A seamless studio backdrop. */
export function studio(frame: Frame, colour: string): Layers {
  const { width, height } = frame;
  return {
    defs:
      radial(
        "backdrop",
        [stop(0, lighten(colour, 0.55)), stop(0.55, colour), stop(1, darken(colour, 0.3))],
        [0.5, 0.42, 0.75],
      ) +
      linear("sweep", [
        stop(0, darken(colour, 0.2), 0),
        stop(0.12, darken(colour, 0.16), 0.55),
        stop(0.5, lighten(colour, 0.12), 0.7),
        stop(1, darken(colour, 0.22), 0.8),
      ]),
    back: rect(0, 0, width, height, "url(#backdrop)"),
    middle: rect(0, frame.floor - frame.unit * 0.2, width, height, "url(#sweep)"),
    subject: "",
    front: "",
  };
}
