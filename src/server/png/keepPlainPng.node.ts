import * as zlib from "node:zlib";
import { MAX_CHUNKS } from "./hasFewParts.js";

/** Four channels or fewer of 8 bits, by the colour type of the header. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
/** Chunks that change how the pixels are to be read: not for here. */
const CHANGES_COLOURS = new Set(["PLTE", "tRNS", "iCCP", "cICP"]);
const SIGNATURE_LENGTH = 8;
/** An image that was hardly compressed is worth encoding anew. */
const MAX_SHARE = 0.75;
const MAX_FILTER = 4;

/**
 * Writes a PNG anew without touching its pixels, where that leaves nothing to doubt: the header, the image data and the
 * end are kept, and nothing else of the file. All of the data is decompressed once to see that it is that image and no
 * more. An encoder would spend five times as long on it.
 *
 * @returns `null` for everything that should be decoded and encoded instead, or refused by who decodes it.
 */
export async function keepPlainPng(bytes: Uint8Array): Promise<Uint8Array | null> {
  // Node before 20.15 has no checksum of its own.
  const chunks = "crc32" in zlib ? readChunks(bytes) : null;
  const header = chunks?.[0];
  if (!chunks || header?.type !== "IHDR" || header.length !== 13) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + header.start, 13);
  const channels = CHANNELS[view.getUint8(9)];
  const isPlain = view.getUint8(8) === 8 && view.getUint16(10) === 0 && view.getUint8(12) === 0;
  const first = chunks.findIndex(({ type }) => type === "IDAT");
  const last = chunks.findLastIndex(({ type }) => type === "IDAT");
  const data = chunks.slice(first, last + 1);
  if (!channels || !isPlain || first < 0 || data.some(({ type }) => type !== "IDAT")) return null;
  if (chunks.some(({ type }) => CHANGES_COLOURS.has(type))) return null;
  if (chunks.filter(({ type }) => type === "IHDR").length > 1) return null;
  const row = 1 + view.getUint32(0) * channels;
  const compressed = join(data.map(({ start, length }) => bytes.subarray(start, start + length)));
  if (compressed.byteLength > row * view.getUint32(4) * MAX_SHARE) return null;
  if (!(await holdsRows(compressed, row, view.getUint32(4)))) return null;
  const kept = [header, ...data, ...chunks.slice(-1)];
  return join([
    bytes.subarray(0, SIGNATURE_LENGTH),
    ...kept.map(({ start, length }) => bytes.subarray(start - 8, start + length + 4)),
  ]);
}

interface Chunk {
  readonly type: string;
  /** Offset of its data. */
  readonly start: number;
  readonly length: number;
}

/** Reads the chunks up to the end of the image; `null` when there are too many, one is cut or its checksum is wrong. */
function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < SIGNATURE_LENGTH || view.getBigUint64(0) !== 0x89504e470d0a1a0an) return null;
  const chunks: Chunk[] = [];
  for (let start = SIGNATURE_LENGTH + 8; start + 4 <= view.byteLength;) {
    const length = view.getUint32(start - 8);
    const end = start + length;
    if (end + 4 > view.byteLength || chunks.length === MAX_CHUNKS) return null;
    if (zlib.crc32(bytes.subarray(start - 4, end)) !== view.getUint32(end)) return null;
    const type = String.fromCharCode(...bytes.subarray(start - 4, start));
    chunks.push({ type, start, length });
    if (type === "IEND") return length === 0 ? chunks : null;
    start = end + 12;
  }
  return null;
}

/** Whether the data is exactly so many rows of so many bytes, each with a filter that exists. */
function holdsRows(compressed: Uint8Array, row: number, rows: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inflater = zlib.createInflate({ chunkSize: 256 * 1024 });
    let seen = 0;
    inflater.on("data", (chunk: Uint8Array) => {
      for (let at = (row - (seen % row)) % row; at < chunk.byteLength; at += row) {
        if ((chunk[at] ?? 0) > MAX_FILTER) inflater.destroy();
      }
      seen += chunk.byteLength;
      if (seen > row * rows) inflater.destroy();
    });
    inflater.once("error", () => resolve(false));
    inflater.once("close", () => resolve(false));
    inflater.once("end", () =>
      resolve(seen === row * rows && inflater.bytesWritten === compressed.byteLength),
    );
    inflater.end(compressed);
  });
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}
