import { lighten, mix } from "../drawing/colour.js";
import { circle, group, line, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import { unlessLeftOut } from "./frame.js";
import type { Frame } from "./frame.js";

/** The sky with sun or moon, stars, clouds and rainbow. */
export function drawSky(frame: Frame): { defs: string; body: string } {
  const { width, height, palette, brief } = frame;
  const [top, middle, low] = palette.sky;
  const bottom = Math.min(1, frame.horizon / height + 0.06);
  const defs =
    linear("sky", [stop(0, top), stop(bottom * 0.58, middle), stop(bottom, low), stop(1, low)]) +
    radial("halo", [
      stop(0, palette.light, 0.95),
      stop(0.32, palette.light, 0.42),
      stop(0.65, palette.light, 0.12),
      stop(1, palette.light, 0),
    ]) +
    radial("moonface", [stop(0, "#fffdf3"), stop(0.7, "#fbeec6"), stop(1, "#e8d39d")], [0.38, 0.36, 0.72]);
  const body =
    rect(0, 0, width, height, "url(#sky)") +
    (palette.night ? unlessLeftOut(frame, "star", stars(frame)) : "") +
    (brief.rainbow ? rainbow(frame) : "") +
    unlessLeftOut(frame, palette.night || brief.moon ? "moon" : "sun", luminary(frame)) +
    unlessLeftOut(frame, "cloud", clouds(frame));
  return { defs, body };
}

/** Place of the sun or the moon. */
export function lightPosition(frame: Frame): { x: number; y: number; r: number } {
  const low = frame.brief.time === "sunset" || frame.brief.time === "dawn";
  const left = frame.brief.seed % 2 === 0;
  const subjects = frame.brief.subjects.reduce((sum, subject) => sum + subject.count, 0);
  const between = low && !frame.brief.moon && subjects % 2 === 0;
  const r = frame.unit * (frame.brief.moon ? 0.135 : 0.095);
  return {
    x: frame.width * (between ? 0.5 : left ? 0.24 : 0.76),
    y: low && !frame.brief.moon ? frame.horizon - r * 0.55 : Math.max(frame.height * 0.21, r * 1.5),
    r,
  };
}

function luminary(frame: Frame): string {
  const { brief, palette, unit } = frame;
  const hidden = brief.weather === "storm" || brief.weather === "rain" || brief.weather === "fog";
  const { x, y, r } = lightPosition(frame);
  if (palette.night || brief.moon) {
    if (hidden && !brief.moon) return "";
    const glow = circle(x, y, r * 2.9, "url(#halo)", { opacity: 0.75 });
    if (brief.moon === "crescent") {
      return (
        glow +
        shape(
          path`M${x + r * 0.2} ${y - r} A${r} ${r} 0 1 0 ${x + r * 0.2} ${y + r} A${r * 0.82} ${r * 0.82} 0 1 1 ${x + r * 0.2} ${y - r}Z`,
          "url(#moonface)",
          { "data-part": "moon" },
        )
      );
    }
    const crater = (dx: number, dy: number, size: number) =>
      circle(x + r * dx, y + r * dy, r * size, "#d9c48f", { opacity: 0.42 });
    return group(
      { "data-part": "moon" },
      glow +
        circle(x, y, r, "url(#moonface)") +
        crater(-0.3, -0.28, 0.2) +
        crater(0.32, 0.14, 0.25) +
        crater(-0.14, 0.44, 0.14) +
        crater(0.28, -0.46, 0.11) +
        crater(-0.6, 0.14, 0.1),
    );
  }
  if (hidden || (brief.weather === "cloudy" && !brief.sun)) return "";
  const sun = brief.time === "sunset" ? "#ffe2a8" : "#fff6d8";
  return (
    circle(x, y, r * 3.4 + unit * 0.02, "url(#halo)", { opacity: 0.9 }) +
    circle(x, y, r, sun, { "data-part": "sun" })
  );
}

function stars(frame: Frame): string {
  const { random, width, horizon, unit } = frame;
  let body = "";
  const count = Math.round(((width * horizon) / (unit * unit)) * 120);
  for (let index = 0; index < count; index += 1) {
    const size = random() ** 3 * unit * 0.0034 + unit * 0.0009;
    body += circle(random() * width, random() ** 1.3 * horizon, size, "#fffbe8", {
      opacity: random.between(0.35, 1),
    });
  }
  return group({ opacity: frame.brief.weather === "clear" ? 1 : 0.35, "data-part": "stars" }, body);
}

function clouds(frame: Frame): string {
  const { random, width, horizon, unit, palette, brief } = frame;
  const many = brief.weather === "clear" ? (palette.night ? 2 : 4) : brief.weather === "fog" ? 0 : 8;
  let body = "";
  for (let index = 0; index < many; index += 1) {
    const size = unit * random.between(0.1, 0.22) * (brief.weather === "storm" ? 1.5 : 1);
    const colour = mix(palette.cloud, palette.sky[1], random.between(0.05, 0.4));
    body += cloud(
      random() * width,
      horizon * random.between(0.1, 0.72),
      size,
      colour,
      brief.weather === "clear" && palette.night ? 0.32 : 0.82,
      frame,
    );
  }
  return body;
}

function cloud(
  x: number,
  y: number,
  size: number,
  colour: string,
  opacity: number,
  { random }: Frame,
): string {
  let puffs = "";
  const count = 5;
  for (let index = 0; index < count; index += 1) {
    const at = index / (count - 1) - 0.5;
    const r = size * (0.36 - Math.abs(at) * 0.34) * random.between(0.85, 1.2);
    puffs += circle(x + at * size * 1.7, y - r * 0.62, r, colour);
  }
  const base = shape(
    path`M${x - size * 1.05} ${y} Q${x - size * 0.9} ${y - size * 0.22} ${x - size * 0.5} ${y - size * 0.2} L${x + size * 0.5} ${y - size * 0.2} Q${x + size * 0.95} ${y - size * 0.2} ${x + size * 1.05} ${y}Z`,
    colour,
  );
  const shine = shape(
    path`M${x - size * 0.5} ${y - size * 0.24} Q${x - size * 0.1} ${y - size * 0.7} ${x + size * 0.3} ${y - size * 0.42} Q${x} ${y - size * 0.4} ${x - size * 0.5} ${y - size * 0.24}Z`,
    lighten(colour, 0.4),
    { opacity: 0.5 },
  );
  return group({ opacity }, puffs + base + shine);
}

function rainbow({ width, horizon, unit }: Frame): string {
  const colours = ["#e5534b", "#f2994a", "#f4d35e", "#6fbf73", "#4a90d9", "#7d5fb2"];
  const r = Math.max(width * 0.42, unit * 0.5);
  return group(
    { opacity: 0.55, "data-part": "rainbow" },
    colours
      .map((colour, index) => {
        const radius = r - index * unit * 0.022;
        return line(
          path`M${width / 2 - radius} ${horizon + unit * 0.02} A${radius} ${radius} 0 0 1 ${width / 2 + radius} ${horizon + unit * 0.02}`,
          colour,
          unit * 0.023,
          { "stroke-linecap": "butt" },
        );
      })
      .join(""),
  );
}
