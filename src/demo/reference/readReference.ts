import { rasterise } from "#rasterise";
import { element, rect } from "../drawing/svg.js";
import type { Pixels } from "../raster.js";
import { brightness, distance, meanColour, toHexColour } from "./colours.js";
import type { Rgb } from "./colours.js";
import { dominantColours } from "./dominantColours.js";
import { simplify } from "./paintReference.js";
import { toDataUri } from "./toDataUri.js";

/** Palette and composition of a picture that another is drawn after. */
export interface Reference {
  /** Colours that it is made of, the commonest first. */
  readonly colours: readonly Rgb[];
  /** Mean colours of its rows, from top to bottom. */
  readonly rows: readonly Rgb[];
  /** Height of its strongest edge across, from 0 at the top to 1. */
  readonly horizon: number;
  /** Its large shapes, as a PNG in a data URI. */
  readonly shapes: string;
}

/** Side of the square that colours and rows are read from, in pixels. */
const SMALL = 64;
/** Longer side of the shapes, in pixels. */
const LARGE = 512;
const COLOURS = 6;
/** Squared distance up to which a rim is of one colour, as that of a logo. */
const EVEN = 5_000;

/** Reads a PNG or JPEG for a picture of a shape. The same bytes give the same. */
export async function readReference(
  { bytes, mimeType }: { readonly bytes: Uint8Array; readonly mimeType: string },
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Reference> {
  const href = toDataUri(bytes, mimeType);
  const whole = await draw(href, SMALL, SMALL, "none", "#ffffff");
  const rim = rimOf(whole.pixels);
  // A logo is shown whole, on its own ground; a photo fills the picture.
  const ground = meanColour(rim);
  const fit = rim.every((colour) => distance(colour, ground) < EVEN) ? "xMidYMid meet" : "xMidYMid slice";
  const scale = LARGE / Math.max(width, height);
  const colours = dominantColours(whole.pixels, COLOURS).map(({ colour }) => colour);
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const shapes = await draw(href, wide, high, fit, toHexColour(ground), (pixels) =>
    simplify(pixels, colours),
  );
  const rows = rowsOf(shapes.pixels);
  return { colours, rows, horizon: horizonOf(rows), shapes: toDataUri(shapes.png, "image/png") };
}

/** Draws the picture into a raster. */
async function draw(
  href: string,
  width: number,
  height: number,
  preserveAspectRatio: string,
  ground: string,
  work?: (pixels: Pixels) => void,
): Promise<{ png: Uint8Array; pixels: Pixels }> {
  let pixels: Pixels = { data: new Uint8ClampedArray(), width: 0, height: 0 };
  const svg = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}` },
    rect(0, 0, width, height, ground) + element("image", { href, width, height, preserveAspectRatio }),
  );
  const paint = (drawn: Pixels) => {
    work?.(drawn);
    pixels = { ...drawn, data: drawn.data.slice() };
  };
  const png = await rasterise(svg, { width, height, paint });
  return { png, pixels };
}

function rimOf({ data, width, height }: Pixels): Rgb[] {
  const rim: Rgb[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += y === 0 || y === height - 1 ? 1 : width - 1) {
      rim.push(colourAt(data, (y * width + x) * 4));
    }
  }
  return rim;
}

/** Mean colours of as many bands as the small raster has rows. */
function rowsOf({ data, width, height }: Pixels): Rgb[] {
  return Array.from({ length: SMALL }, (_, row) => {
    const y = Math.floor(((row + 0.5) * height) / SMALL);
    return meanColour(Array.from({ length: width }, (_each, x) => colourAt(data, (y * width + x) * 4)));
  });
}

/** Finds where what is above differs most from what is below, away from the edges. */
function horizonOf(rows: readonly Rgb[]): number {
  let best = 0.58;
  let most = 0;
  for (let row = Math.round(SMALL * 0.3); row < SMALL * 0.75; row += 1) {
    const above = brightness(meanColour(rows.slice(row - 6, row)));
    const below = brightness(meanColour(rows.slice(row, row + 6)));
    const edge = Math.abs(above - below);
    if (edge > most) [best, most] = [row / SMALL, edge];
  }
  return best;
}

const colourAt = (data: Uint8ClampedArray, at: number): Rgb => [
  data[at] ?? 0,
  data[at + 1] ?? 0,
  data[at + 2] ?? 0,
];
