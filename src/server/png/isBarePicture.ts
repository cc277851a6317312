import { isBarePng } from "./dropPngMetadata.js";
import { readSegments } from "./readSegments.js";
import type { SniffedImage } from "./sniffImage.js";

const COMMENT = 0xfe;
const FIRST_APP = 0xe0;
const ADOBE = 0xee;
const LAST_APP = 0xef;

/**
 * Checks whether a picture has no metadata that could say where and by whom it was taken, or how it was held. `false` for
 * one that may have some.
 */
export function isBarePicture(bytes: Uint8Array, type: SniffedImage["type"]): boolean {
  if (type === "png") return isBarePng(bytes);
  if (type !== "jpeg") return false;
  // What stands after the picture is seen by nobody, and may be anything, such as a second picture.
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { marker } of readSegments(view)) {
    // JFIF and Adobe's are about colours.
    const isPlain = marker === FIRST_APP || marker === ADOBE;
    if (marker === COMMENT || (!isPlain && marker > FIRST_APP && marker <= LAST_APP)) return false;
  }
  return true;
}
