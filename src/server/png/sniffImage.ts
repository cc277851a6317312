import { readSegments } from "./readSegments.js";

/** Type and size of an image, as its first bytes say. */
export interface SniffedImage {
  readonly type: "png" | "jpeg" | "webp" | "gif";
  readonly width: number;
  readonly height: number;
}

/**
 * Recognises a raster image by its bytes, whatever it was labelled, and reads its size without decoding it: as it is
 * shown, for a JPEG of a camera that was held upright.
 */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

function readPng(view: DataView): SniffedImage | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return null;
  if (view.getUint32(12) !== 0x49484452) return null;
  return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): SniffedImage | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { type: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function readWebp(view: DataView): SniffedImage | null {
  if (view.byteLength < 30 || view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250)
    return null;
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858) {
    const width = 1 + view.getUint16(24, true) + (view.getUint8(26) << 16);
    return { type: "webp", width, height: 1 + view.getUint16(27, true) + (view.getUint8(29) << 16) };
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { type: "webp", width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (chunk !== 0x56503820) return null;
  return {
    type: "webp",
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  };
}

function readJpeg(view: DataView): SniffedImage | null {
  let isTurned: boolean | null = null;
  for (const { marker, content } of readSegments(view)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (content.byteLength < 5) return null;
      const [height, width] = [content.getUint16(1), content.getUint16(3)];
      return isTurned ? { type: "jpeg", width: height, height: width } : { type: "jpeg", width, height };
    }
    // The first block counts, as in browsers: thousands of them could name one long directory.
    if (isExif(marker, content)) isTurned ??= readOrientation(content) >= 5;
  }
  return null;
}

function isExif(marker: number, content: DataView): boolean {
  return marker === 0xe1 && content.byteLength >= 6 && content.getUint32(0) === 0x45786966;
}

/**
 * Reads the orientation from the first directory of an Exif block, 1 to 8; 0 where it has none. From 5 on, width and
 * height change places. Nothing outside of the block is read, and no other directory.
 */
function readOrientation(block: DataView): number {
  const tiff = 6;
  if (tiff + 8 > block.byteLength) return 0;
  const isLittle = block.getUint16(tiff) === 0x4949;
  const directory = tiff + block.getUint32(tiff + 4, isLittle);
  if (directory + 2 > block.byteLength) return 0;
  const count = block.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > block.byteLength) return 0;
    if (block.getUint16(entry, isLittle) === 0x0112) return block.getUint16(entry + 8, isLittle);
  }
  return 0;
}
