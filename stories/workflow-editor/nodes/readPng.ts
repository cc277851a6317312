/** Decoded image: 8-bit RGBA, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes per pixel by PNG colour type, at 8 bits. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Decodes a PNG with 8 bits per channel, without a canvas, so that it works the same wherever the recipe runs. */
export async function readPng(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) throw new Error("This is no PNG.");
  const { header, palette, compressed } = readChunks(bytes);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const channels = CHANNELS[header.getUint8(9)];
  if (header.getUint8(8) !== 8 || channels === undefined || header.getUint8(12) !== 0) {
    throw new Error("Only PNGs with 8 bits per channel that are not interlaced can be read here.");
  }
  const inflated = new Blob(compressed).stream().pipeThrough(new DecompressionStream("deflate"));
  const raw = new Uint8Array(await new Response(inflated).arrayBuffer());
  if (raw.length < (width * channels + 1) * height) throw new Error("The PNG ends in the middle.");
  unfilter(raw, width * channels, height, channels);
  return { width, height, data: toRgba(raw, { width, height, channels, palette }) };
}

function readChunks(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const compressed: Uint8Array<ArrayBuffer>[] = [];
  let header: DataView | undefined;
  let palette = new Uint8Array();
  for (let at = SIGNATURE.length; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") header = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    if (type === "PLTE") palette = data;
    if (type === "IDAT") compressed.push(data);
    at += length + 12;
  }
  if (!header || compressed.length === 0) throw new Error("The PNG has no picture in it.");
  return { header, palette, compressed };
}

/** Undoes the filters of the rows in place; each row begins with its filter's number. */
function unfilter(raw: Uint8Array, stride: number, height: number, channels: number): void {
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const filter = raw[start] ?? 0;
    for (let at = start + 1; at <= start + stride; at += 1) {
      const left = at - start > channels ? (raw[at - channels] ?? 0) : 0;
      const up = row > 0 ? (raw[at - stride - 1] ?? 0) : 0;
      const corner = row > 0 && at - start > channels ? (raw[at - stride - 1 - channels] ?? 0) : 0;
      raw[at] = (raw[at] ?? 0) + predict(filter, left, up, corner);
    }
  }
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

interface Layout {
  width: number;
  height: number;
  channels: number;
  palette: Uint8Array;
}

function toRgba(raw: Uint8Array, { width, height, channels, palette }: Layout): Uint8Array {
  const data = new Uint8Array(width * height * 4);
  const at = (index: number) => raw[index] ?? 0;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = row * (width * channels + 1) + 1 + column * channels;
      const to = (row * width + column) * 4;
      const indexed = channels === 1 && palette.length > 0;
      const grey = channels < 3;
      for (let channel = 0; channel < 3; channel += 1) {
        data[to + channel] = indexed
          ? (palette[at(from) * 3 + channel] ?? 0)
          : at(from + (grey ? 0 : channel));
      }
      data[to + 3] = channels === 4 ? at(from + 3) : channels === 2 ? at(from + 1) : 255;
    }
  }
  return data;
}
