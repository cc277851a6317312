import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, ellipse, line, linear, path, radial, rect, shape, stop } from "../drawing/svg.js";
import type { Frame, Layers } from "./frame.js";
import { lightPosition } from "./drawSky.js";

/** A sea with a path of light on it; `shore` adds sand at the bottom. */
export function sea(frame: Frame, shore: boolean): Layers {
  const { width, height, horizon: h, unit, palette, random } = frame;
  const deep = mix(palette.night ? "#12305a" : palette.sky[1], "#1d6f9c", palette.night ? 0.25 : 0.62);
  const end = shore ? frame.floor - unit * 0.13 : height;
  const light = lightPosition(frame);
  let ripples = "";
  for (let index = 0; index < 44; index += 1) {
    const depth = random() ** 1.2;
    const y = h + (end - h) * depth;
    const near = random() < 0.45;
    const x = near ? light.x + random.between(-1, 1) * unit * (0.05 + depth * 0.12) : random() * width;
    const half = unit * (0.012 + depth * 0.05);
    ripples += line(
      path`M${x - half} ${y} Q${x} ${y - half * 0.16} ${x + half} ${y}`,
      near ? palette.light : lighten(deep, 0.35),
      unit * (0.0025 + depth * 0.004),
      { opacity: near ? 0.75 : 0.4 },
    );
  }
  const sand = mix("#f0d9a8", palette.near, palette.night ? 0.66 : 0.06);
  const beach = path`M0 ${end + unit * 0.02} C${width * 0.3} ${end - unit * 0.03} ${width * 0.6} ${end + unit * 0.05} ${width} ${end - unit * 0.01} L${width} ${height} L0 ${height}Z`;
  return {
    defs:
      linear("water", [
        stop(0, mix(deep, palette.sky[2], 0.5)),
        stop(0.35, deep),
        stop(1, darken(deep, 0.3)),
      ]) + linear("sand", [stop(0, mix(sand, deep, 0.16)), stop(0.2, sand), stop(1, darken(sand, 0.16))]),
    back: rect(0, h, width, height - h, "url(#water)") + ripples,
    middle: shore
      ? shape(beach, "#ffffff", { opacity: 0.75, transform: `translate(0 ${-unit * 0.012})` }) +
        shape(beach, "url(#sand)") +
        pebbles(frame, end + unit * 0.08, sand)
      : "",
    subject: "",
    front: shore
      ? ""
      : [0, 1]
          .map((row) =>
            waves(frame, frame.floor + unit * (0.015 + row * 0.1), darken(deep, 0.12 + row * 0.16)),
          )
          .join(""),
  };
}

function waves({ width, height, unit, random }: Frame, y: number, colour: string): string {
  const step = unit * 0.16;
  let d = path`M${-step} ${height} L${-step} ${y}`;
  for (let x = -step; x < width + step; x += step)
    d += path` q${step * 0.3} ${-unit * random.between(0.018, 0.032)} ${step * 0.55} ${-unit * 0.004} t${step * 0.45} ${unit * 0.004}`;
  return shape(`${d}${path` L${width + step * 2} ${height}`}Z`, colour, { opacity: 0.9 });
}

function pebbles({ width, height, unit, random }: Frame, from: number, sand: string): string {
  let body = "";
  for (let index = 0; index < 26; index += 1)
    body += ellipse(
      random() * width,
      random.between(from, height),
      unit * random.between(0.003, 0.009),
      unit * 0.0035,
      darken(sand, 0.28),
      { opacity: 0.5 },
    );
  return body;
}

/** Below the surface: rays, bubbles, weed and sand. */
export function underwater(frame: Frame): Layers {
  const { width, height, unit, random, palette } = frame;
  const top = palette.night ? "#14507c" : "#5cc7d6";
  let rays = "";
  for (let index = 0; index < 6; index += 1) {
    const x = width * (0.1 + index * 0.17) + random.between(-0.04, 0.04) * width;
    rays += shape(
      path`M${x} 0 L${x + unit * 0.07} 0 L${x + unit * 0.32} ${height * 0.85} L${x + unit * 0.06} ${height * 0.85}Z`,
      "#e9fffb",
      { opacity: 0.09 },
    );
  }
  let bubbles = "";
  for (let index = 0; index < 22; index += 1) {
    const r = unit * random.between(0.005, 0.018);
    bubbles += circle(random() * width, random() * height * 0.85, r, "#e8ffff", { opacity: 0.28 });
  }
  const weed = (x: number, size: number, colour: string) =>
    [-0.5, 0, 0.5]
      .map((lean) =>
        line(
          path`M${x + lean * size * 0.2} ${height} C${x + lean * size * 0.7} ${height - size * 0.35} ${x - lean * size * 0.4} ${height - size * 0.6} ${x + lean * size * 0.6} ${height - size}`,
          colour,
          size * 0.085,
        ),
      )
      .join("");
  return {
    defs:
      linear("sky", [stop(0, top), stop(0.55, "#1d7d9f"), stop(1, "#0c3f66")]) +
      linear("sand", [stop(0, "#d9c594"), stop(1, "#8f8a70")]),
    back:
      rect(0, 0, width, height, "url(#sky)") +
      rays +
      shape(
        path`M0 ${height * 0.8} Q${width * 0.2} ${height * 0.66} ${width * 0.42} ${height * 0.8} T${width} ${height * 0.74} V${height} H0Z`,
        "#155f86",
        { opacity: 0.8 },
      ),
    middle: shape(
      path`M0 ${height * 0.9} Q${width * 0.3} ${height * 0.85} ${width * 0.55} ${height * 0.9} T${width} ${height * 0.88} V${height} H0Z`,
      "url(#sand)",
    ),
    subject: "",
    front:
      weed(width * 0.08, unit * 0.28, "#2f8f6b") +
      weed(width * 0.9, unit * 0.34, "#d9667a") +
      weed(width * 0.8, unit * 0.18, "#e0955b") +
      bubbles,
  };
}

/** A skyline with windows over a street. */
export function city(frame: Frame): Layers {
  const { width, height, horizon: h, unit, random, palette } = frame;
  const lit = palette.night || frame.brief.time === "sunset";
  const row = (foot: number, tall: number, colour: string, windows: boolean) => {
    let body = "";
    for (let x = -unit * 0.04; x < width;) {
      const w = unit * random.between(0.09, 0.17);
      const top = foot - unit * tall * random.between(0.55, 1.15);
      const tone = mix(colour, palette.sky[2], random() * 0.14);
      body += rect(x, top, w, height - top, tone);
      if (random() < 0.3) body += rect(x + w * 0.42, top - unit * 0.06, w * 0.06, unit * 0.07, tone);
      if (windows) {
        const step = unit * 0.031;
        for (let wy = top + step * 0.7; wy < foot - step; wy += step * 1.1) {
          for (let wx = x + step * 0.5; wx < x + w - step * 0.7; wx += step) {
            if (random() < 0.72)
              body += rect(
                wx,
                wy,
                step * 0.5,
                step * 0.6,
                lit && random() < 0.55 ? "#ffd98a" : darken(tone, 0.2),
                { opacity: lit ? 0.9 : 0.5 },
              );
          }
        }
      }
      x += w + unit * random.between(-0.012, 0.015);
    }
    return body;
  };
  const road = palette.night ? "#222b3d" : "#6d7480";
  const top = frame.floor - unit * 0.14;
  let dashes = "";
  for (let x = unit * 0.02; x < width; x += unit * 0.16)
    dashes += rect(x, frame.floor + unit * 0.075, unit * 0.085, unit * 0.011, "#f3e6c0", { opacity: 0.75 });
  return {
    defs: linear("turf", [stop(0, lighten(road, 0.08)), stop(1, darken(road, 0.25))]),
    back: row(h + unit * 0.1, 0.62, mix(palette.far, palette.sky[2], 0.35), false),
    middle:
      row(top, 0.44, mix(palette.far, palette.night ? "#131d38" : "#67708c", 0.62), true) +
      rect(0, top, width, unit * 0.05, mix(road, "#cfd3d6", 0.4)) +
      rect(0, top + unit * 0.042, width, height - top, "url(#turf)") +
      dashes,
    subject: "",
    front: "",
  };
}

/** Stars, a nebula and the curve of a planet. */
export function space(frame: Frame): Layers {
  const { width, height, unit, random, brief } = frame;
  const hue = random.pick<readonly [string, string]>([
    ["#7a3fb0", "#2f6fd0"],
    ["#c2458a", "#5a3fc0"],
    ["#1f9a94", "#3a4fc0"],
  ]);
  let stars = "";
  for (let index = 0; index < 190; index += 1)
    stars += circle(random() * width, random() * height, unit * (random() ** 4 * 0.005 + 0.0009), "#ffffff", {
      opacity: random.between(0.3, 1),
    });
  const r = Math.max(width, height) * 0.75;
  const ground = brief.text.match(/\bmars\b/i) ? "#b5613c" : "#5c7fb8";
  return {
    defs:
      linear("sky", [stop(0, "#070a1e"), stop(1, "#17163c")]) +
      radial("nebulaA", [stop(0, hue[0], 0.7), stop(1, hue[0], 0)]) +
      radial("nebulaB", [stop(0, hue[1], 0.65), stop(1, hue[1], 0)]) +
      linear("planet", [stop(0, lighten(ground, 0.3)), stop(0.1, ground), stop(0.4, darken(ground, 0.6))]),
    back:
      rect(0, 0, width, height, "url(#sky)") +
      ellipse(width * 0.28, height * 0.32, unit * 0.55, unit * 0.34, "url(#nebulaA)") +
      ellipse(width * 0.74, height * 0.5, unit * 0.55, unit * 0.4, "url(#nebulaB)") +
      stars,
    middle:
      circle(width / 2, frame.floor + r - unit * 0.06, r + unit * 0.012, lighten(ground, 0.4), {
        opacity: 0.35,
      }) + circle(width / 2, frame.floor + r - unit * 0.06, r, "url(#planet)"),
    subject: "",
    front: "",
  };
}
