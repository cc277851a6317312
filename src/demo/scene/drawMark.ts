import { drawText, measureText } from "../drawing/strokeFont.js";
import { group, rect } from "../drawing/svg.js";
import type { Pixels } from "../raster.js";
import type { Frame } from "./frame.js";

const TEXT = "DEMO · NO AI";

/** Draws the mark that says that no AI made the image. */
export function drawMark(frame: Frame): string {
  const { unit } = frame;
  const size = unit * 0.0145;
  const box = markBox(frame);
  return group(
    { "data-part": "mark" },
    rect(box.x, box.y, box.width, box.height, "#10131c", { opacity: 0.5 }) +
      drawText(TEXT, box.x + size * 0.8, box.y + size * 1.75, size, "#ffffff", {
        weight: 0.15,
        opacity: 0.94,
      }),
  );
}

/** Runs `paint` over the whole picture but for the mark, which must stay readable in every style. */
export function sparingMark(frame: Frame, pixels: Pixels, paint: () => void): void {
  const scale = pixels.width / frame.width;
  const box = markBox(frame);
  const left = Math.round(box.x * scale);
  const top = Math.round(box.y * scale);
  const bytes = Math.round(box.width * scale) * 4;
  const rows = Array.from(
    { length: Math.round(box.height * scale) },
    (_, row) => ((top + row) * pixels.width + left) * 4,
  );
  const kept = rows.map((at) => pixels.data.slice(at, at + bytes));
  paint();
  kept.forEach((row, index) => pixels.data.set(row, rows[index] ?? 0));
}

function markBox({ width, height, unit, style }: Frame): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const size = unit * 0.0145;
  const wide = measureText(TEXT, size) + size * 1.6;
  const edge = unit * (style === "watercolor" ? 0.06 : style === "cinematic" ? 0.03 : 0.02);
  return { x: width - edge - wide, y: height - edge - size * 2.5, width: wide, height: size * 2.5 };
}
