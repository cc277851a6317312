import { circle, group, line, linear, path, rect, shape, stop } from "../drawing/svg.js";
import type { Frame } from "./frame.js";

/** Draws rain, snow and fog between the viewer and the subject. */
export function drawWeather(frame: Frame): { defs: string; body: string } {
  const { width, height, unit, random, brief, palette } = frame;
  if (
    brief.place === "underwater" ||
    brief.place === "space" ||
    brief.place === "room" ||
    brief.place === "table"
  )
    return { defs: "", body: "" };
  if (brief.weather === "snow" || (brief.place === "snow" && brief.weather !== "rain")) {
    let flakes = "";
    for (let index = 0; index < 150; index += 1)
      flakes += circle(
        random() * width,
        random() * height,
        unit * (random() ** 2.5 * 0.009 + 0.002),
        "#ffffff",
        { opacity: random.between(0.45, 0.95) },
      );
    return { defs: "", body: group({ "data-part": "snow" }, flakes) };
  }
  if (brief.weather === "rain" || brief.weather === "storm") {
    let drops = "";
    for (let index = 0; index < 170; index += 1) {
      const x = random() * width * 1.1;
      const y = random() * height;
      const size = unit * random.between(0.02, 0.055);
      drops += line(
        path`M${x} ${y} L${x - size * 0.28} ${y + size}`,
        "#dbe8f5",
        unit * random.between(0.0012, 0.003),
        { opacity: random.between(0.3, 0.75) },
      );
    }
    const x = brief.seed % 2 ? width * 0.7 : width * 0.28;
    const top = height * 0.04;
    const bolt =
      brief.weather === "storm"
        ? shape(
            path`M${x} ${top} L${x - unit * 0.07} ${top + unit * 0.17} L${x - unit * 0.015} ${top + unit * 0.165} L${x - unit * 0.09} ${top + unit * 0.36} L${x + unit * 0.045} ${top + unit * 0.13} L${x - unit * 0.008} ${top + unit * 0.135} L${x + unit * 0.04} ${top}Z`,
            "#fff3b8",
            { "data-part": "lightning" },
          )
        : "";
    return { defs: "", body: group({ "data-part": "rain" }, bolt + drops) };
  }
  if (brief.weather === "fog") {
    const veil = palette.night ? "#8fa3c4" : "#f4f6f7";
    const bands = [0.42, 0.6, 0.78]
      .map((at, index) => rect(0, height * at - unit * 0.14, width, unit * 0.34, `url(#fog${index % 2})`))
      .join("");
    const defs = [0, 1]
      .map((index) =>
        linear(`fog${index}`, [stop(0, veil, 0), stop(0.5, veil, index ? 0.3 : 0.42), stop(1, veil, 0)]),
      )
      .join("");
    return { defs, body: group({ "data-part": "fog" }, bands) };
  }
  return { defs: "", body: "" };
}
