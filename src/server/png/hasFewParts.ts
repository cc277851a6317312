import { START_OF_SCAN, readSegments } from "./readSegments.js";
import type { SniffedImage } from "./sniffImage.js";

/** Most chunks of a PNG: 32 MiB of image data in chunks of 2 KiB. Encoders write 8 KiB and more. */
export const MAX_CHUNKS = 16_384;
/** Most frames, extensions or chunks of a GIF or WebP: decoders need time by the square of their number. */
const MAX_PARTS = 1_024;
/** Most blocks of a GIF's data: 64 MiB in blocks of 255 bytes, as encoders write them. */
const MAX_BLOCKS = 262_144;
/** Most bytes of a PNG's compressed texts and colour profiles, a thousandth of what they can grow to. */
const MAX_PACKED = 1024 * 1024;

/** Bytes of zTXt, iTXt and iCCP. */
const PACKED: ReadonlySet<number> = new Set([0x7a545874, 0x69545874, 0x69434350]);
const IEND = 0x49454e44;

/**
 * Whether a file is made of as few chunks, segments or frames as encoders write. A million of them, or texts that grow a
 * thousandfold, only keep a decoder busy. Looks at their headers alone, and stops at the bound; what is cut is left to
 * the decoder.
 */
export function hasFewParts(bytes: Uint8Array, type: SniffedImage["type"]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "png") return hasFewChunks(view);
  if (type === "gif") return hasFewFrames(view);
  if (type === "webp") return hasFewRiffChunks(view);
  for (const { marker } of readSegments(view)) if (marker === START_OF_SCAN) return true;
  return false;
}

function hasFewChunks(view: DataView): boolean {
  let offset = 8;
  let packed = 0;
  for (let count = 0; offset + 8 <= view.byteLength; count += 1) {
    if (count === MAX_CHUNKS) return false;
    const [length, type] = [view.getUint32(offset), view.getUint32(offset + 4)];
    if (type === IEND) return true;
    if (PACKED.has(type)) packed += length;
    if (packed > MAX_PACKED) return false;
    offset += 12 + length;
  }
  return true;
}

function hasFewRiffChunks(view: DataView): boolean {
  let offset = 12;
  for (let count = 0; offset + 8 <= view.byteLength; count += 1) {
    if (count === MAX_PARTS) return false;
    const length = view.getUint32(offset + 4, true);
    offset += 8 + length + (length % 2);
  }
  return true;
}

function hasFewFrames(view: DataView): boolean {
  let offset = 13 + tableLength(view, 10);
  let blocks = 0;
  for (let count = 0; offset + 2 <= view.byteLength; count += 1) {
    if (count === MAX_PARTS) return false;
    const introducer = view.getUint8(offset);
    // An extension, or a frame with its table of colours and the size of its codes; anything else ends the file.
    if (introducer === 0x21) offset += 2;
    else if (introducer === 0x2c) offset += 11 + tableLength(view, offset + 9);
    else return true;
    while (offset < view.byteLength) {
      const length = view.getUint8(offset);
      offset += 1 + length;
      blocks += 1;
      if (blocks > MAX_BLOCKS) return false;
      if (length === 0) break;
    }
  }
  return true;
}

/** Length of the table of colours that the flags at an offset announce. */
function tableLength(view: DataView, offset: number): number {
  const flags = offset < view.byteLength ? view.getUint8(offset) : 0;
  return flags >= 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
