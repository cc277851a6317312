import { missingPeer } from "./missingPeer.js";
import { sizeSvg } from "./raster.js";
import type { RasteriseOptions } from "./raster.js";

/** Does nothing: no canvas is needed. */
export function assertCanvas(): void {}

/** Draws an SVG with `sharp` and returns the bytes of a PNG. Throws where `sharp` is missing. */
export async function rasterise(svg: string, options: RasteriseOptions): Promise<Uint8Array> {
  const { width, height, renderWidth = width, renderHeight = height, paint } = options;
  const sharp = await loadSharp();
  const source = sharp(new TextEncoder().encode(sizeSvg(svg, renderWidth, renderHeight)), {
    unlimited: true,
  });
  const { data, info } = await source.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  if (paint) {
    paint({
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
    });
  }
  const drawn = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } }).removeAlpha();
  const sized =
    info.width === width && info.height === height ? drawn : drawn.resize(width, height, { fit: "fill" });
  return new Uint8Array(await sized.png({ compressionLevel: 6 }).toBuffer());
}

async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (cause) {
    throw missingPeer("sharp", cause);
  }
}
