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
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  let isTurned = false;
  while (offset + 9 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return null;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [width, height] = [view.getUint16(offset + 7), view.getUint16(offset + 5)];
      return isTurned ? { type: "jpeg", width: height, height: width } : { type: "jpeg", width, height };
    }
    if (marker === 0xe1) isTurned ||= readOrientation(view, offset + 4) >= 5;
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
}

/** Reads the orientation of an Exif block, 1 to 8; 0 where it has none. From 5 on, width and height change places. */
function readOrientation(view: DataView, start: number): number {
  const tiff = start + 6;
  if (tiff + 8 > view.byteLength || view.getUint32(start) !== 0x45786966) return 0;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > view.byteLength) return 0;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return 0;
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 0;
}
