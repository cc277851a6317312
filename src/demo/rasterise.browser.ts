import { drawingFailure } from "./drawingFailure.js";
import { sizeSvg } from "./raster.js";
import type { RasteriseOptions } from "./raster.js";

/** Throws where there is no page to draw in, such as in a worker of Cloudflare's. */
export function assertCanvas(): void {
  if (typeof document !== "undefined") return;
  throw drawingFailure(
    "The demo illustrator draws on the canvas of a page, or by `sharp` in Node, Deno and Bun; this runtime has neither. " +
      "Try it in one of those, or choose another model.",
  );
}

/** Draws an SVG on a canvas and returns the bytes of a PNG. */
export async function rasterise(svg: string, options: RasteriseOptions): Promise<Uint8Array> {
  const { width, height, renderWidth = width, renderHeight = height, paint } = options;
  const canvas = createCanvas(renderWidth, renderHeight);
  const context = contextOf(canvas);
  const link = URL.createObjectURL(
    new Blob([sizeSvg(svg, renderWidth, renderHeight)], { type: "image/svg+xml" }),
  );
  try {
    const image = new Image(renderWidth, renderHeight);
    image.src = link;
    await image.decode();
    context.drawImage(image, 0, 0, renderWidth, renderHeight);
  } finally {
    URL.revokeObjectURL(link);
  }
  if (paint) {
    const pixels = context.getImageData(0, 0, renderWidth, renderHeight);
    paint(pixels);
    context.putImageData(pixels, 0, 0);
  }
  if (renderWidth === width && renderHeight === height) return toPng(canvas);
  const sized = createCanvas(width, height);
  const sizedContext = contextOf(sized);
  sizedContext.imageSmoothingQuality = "high";
  sizedContext.drawImage(canvas, 0, 0, width, height);
  return toPng(sized);
}

function createCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context)
    throw new Error(
      "The demo illustrator needs a 2d canvas, which this page does not give, so it cannot draw.",
    );
  return context;
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (!blob) throw new Error("The canvas gave no PNG, so there is no picture. Try a smaller size.");
  return new Uint8Array(await blob.arrayBuffer());
}
