import { dropPngMetadata } from "./dropPngMetadata.js";
import { MAX_CHUNKS } from "./hasFewParts.js";

/** Samples of a pixel, by the colour type of the header. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;
/** First column and row of each interlaced pass, and the steps to the next. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const MAX_FILTER = 4;
const HEADER_LENGTH = 33;

/**
 * Keeps the picture of a PNG as it is, and nothing else of the file, where the runtime can encode none: all that decides its
 * look stays. Its data is decompressed once, to see that it is that picture and no more.
 *
 * @returns `null` for a file that is damaged or no PNG.
 */
export async function keepPng(bytes: Uint8Array): Promise<Uint8Array | null> {
  const kept = dropPngMetadata(bytes);
  const chunks = readChunks(kept);
  const [header, ...others] = chunks ?? [];
  if (header?.type !== "IHDR" || header.data.byteLength !== HEADER_LENGTH - 20) return null;
  const picture = readHeader(header.data);
  const first = others.findIndex(({ type }) => type === "IDAT");
  const last = others.findLastIndex(({ type }) => type === "IDAT");
  if (!picture || first < 0) return null;
  const data = others.slice(first, last + 1);
  if (data.some(({ type }) => type !== "IDAT") || others.some(({ type }) => type === "IHDR")) return null;
  const colours = others.findIndex(({ type }) => type === "PLTE");
  if (picture.isPalette && (colours < 0 || colours > first)) return null;
  return (await holdsRows(data, picture.rows)) ? kept : null;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Reads the chunks up to the end of the file; `null` when there are too many, one is cut or its checksum is wrong. */
function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  if (bytes.byteLength < HEADER_LENGTH || view.getBigUint64(0) !== 0x89504e470d0a1a0an) return null;
  for (let start = 8; start + 12 <= bytes.byteLength;) {
    const end = start + 12 + view.getUint32(start);
    if (end > bytes.byteLength || chunks.length === MAX_CHUNKS) return null;
    if (crc32(bytes.subarray(start + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    chunks.push({ type, data: bytes.slice(start + 8, end - 4) });
    if (type === "IEND") return chunks;
    start = end;
  }
  return null;
}

/** Rows of one length in a picture's data, each with the byte of its filter. */
interface Rows {
  readonly bytes: number;
  readonly count: number;
}

function readHeader(data: Uint8Array): { isPalette: boolean; rows: readonly Rows[] } | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const [colours, interlace] = [view.getUint8(9), view.getUint8(12)];
  const samples = SAMPLES[colours];
  const isKnown = [1, 2, 4, 8, 16].includes(depth) && view.getUint16(10) === 0 && interlace <= 1;
  if (!samples || !isKnown || width === 0 || height === 0) return null;
  const passes = interlace === 1 ? PASSES : ([[0, 0, 1, 1]] as const);
  const rows = passes.map(([column, row, right, down]) => {
    const columns = Math.max(0, Math.ceil((width - column) / right));
    const count = columns > 0 ? Math.max(0, Math.ceil((height - row) / down)) : 0;
    return { bytes: 1 + Math.ceil((columns * samples * depth) / 8), count };
  });
  return { isPalette: colours === PALETTE, rows };
}

/** Whether the data is exactly these rows, each with a filter that exists. */
async function holdsRows(data: readonly Chunk[], rows: readonly Rows[]): Promise<boolean> {
  const inflated = new Blob(data.map((chunk) => chunk.data))
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  const reader = inflated.getReader();
  const lengths = rowLengths(rows);
  let left = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return left === 0 && lengths.next().done === true;
      for (let at = 0; at < value.byteLength;) {
        if (left === 0) {
          const next = lengths.next();
          if (next.done === true || (value[at] ?? 0) > MAX_FILTER) return false;
          left = next.value;
        }
        const taken = Math.min(left, value.byteLength - at);
        left -= taken;
        at += taken;
      }
    }
  } catch {
    return false;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function* rowLengths(rows: readonly Rows[]): Generator<number, void> {
  for (const { bytes, count } of rows) for (let row = 0; row < count; row += 1) yield bytes;
}

let table: Uint32Array | undefined;

/** Computes the checksum of a chunk's type and data. */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}
