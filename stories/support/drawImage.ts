import type { AspectRatio } from "image-generation-node/contract";

/** Looks of the same scene, so that two images of a story differ as two runs do. */
export type Look = "night" | "dawn" | "sketch";

const SIZES: Readonly<Record<AspectRatio, readonly [number, number]>> = {
  square: [1024, 1024],
  landscape: [1536, 864],
  portrait: [864, 1536],
};
const COLOURS: Readonly<Record<Look, readonly string[]>> = {
  night: ["#1d2b53", "#5b6fae", "#f4ecd0", "#22345f", "#141f3c", "#d9662b"],
  dawn: ["#f3b795", "#fbe3c4", "#fff6e4", "#c9876f", "#8d5a5c", "#b4472c"],
  sketch: ["#fbfaf6", "#f1efe8", "#ffffff", "#d8d5cc", "#a5a199", "#4b4843"],
};
const drawn = new Map<string, string>();

/** Draws a fox on a hill under the moon and returns its `blob:` URL. Loads nothing. */
export function drawImage(ratio: AspectRatio, look: Look = "night", size = SIZES[ratio]): string {
  const key = `${ratio} ${look} ${size.join("x")}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const canvas = document.createElement("canvas");
  const [width, height] = size;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen) paint(pen, width, height, COLOURS[look]);
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
  drawn.set(key, url);
  return url;
}

function paint(pen: CanvasRenderingContext2D, width: number, height: number, colours: readonly string[]) {
  const [sky = "", low = "", moon = "", hill = "", near = "", fur = ""] = colours;
  const unit = Math.min(width, height);
  const air = pen.createLinearGradient(0, 0, 0, height);
  air.addColorStop(0, sky);
  air.addColorStop(1, low);
  pen.fillStyle = air;
  pen.fillRect(0, 0, width, height);
  shape(pen, moon, () => pen.arc(width * 0.72, height * 0.27, unit * 0.13, 0, Math.PI * 2));
  shape(pen, hill, () =>
    pen.ellipse(width * 0.2, height * 1.02, width * 0.6, height * 0.4, 0, 0, Math.PI * 2),
  );
  shape(pen, near, () =>
    pen.ellipse(width * 0.75, height * 1.08, width * 0.7, height * 0.36, 0, 0, Math.PI * 2),
  );
  const [x, y, s] = [width * 0.52, height * 0.66, unit * 0.16];
  shape(pen, fur, () => pen.ellipse(x, y, s * 0.62, s * 0.85, 0, 0, Math.PI * 2));
  shape(pen, fur, () => pen.ellipse(x + s * 0.85, y + s * 0.4, s * 0.7, s * 0.26, -0.5, 0, Math.PI * 2));
  for (const side of [-1, 1]) triangle(pen, fur, x + side * s * 0.34, y - s * 0.95, s * 0.26);
  shape(pen, fur, () => pen.arc(x, y - s * 0.72, s * 0.5, 0, Math.PI * 2));
  shape(pen, moon, () => pen.ellipse(x, y + s * 0.2, s * 0.28, s * 0.5, 0, 0, Math.PI * 2));
  for (const side of [-1, 1])
    shape(pen, near, () => pen.arc(x + side * s * 0.18, y - s * 0.76, s * 0.06, 0, Math.PI * 2));
  shape(pen, near, () => pen.arc(x, y - s * 0.52, s * 0.07, 0, Math.PI * 2));
}

function shape(pen: CanvasRenderingContext2D, colour: string, path: () => void) {
  pen.fillStyle = colour;
  pen.beginPath();
  path();
  pen.fill();
}

function triangle(pen: CanvasRenderingContext2D, colour: string, x: number, y: number, size: number) {
  shape(pen, colour, () => {
    pen.moveTo(x - size, y + size);
    pen.lineTo(x, y - size);
    pen.lineTo(x + size, y + size);
  });
}
