/** Chunks that decide how the pixels look. All others say where the picture is from, or are nobody's. */
const KEPT: ReadonlySet<string> = new Set([
  ...["IHDR", "PLTE", "tRNS", "IDAT", "IEND"],
  ...["sRGB", "gAMA", "cHRM", "iCCP", "cICP", "sBIT", "pHYs"],
]);
const SIGNATURE_LENGTH = 8;

/** Lists the places of a PNG's chunks up to its end, checksums and all. Stops where the file is cut. */
function* readChunks(bytes: Uint8Array): Generator<{ type: string; start: number; end: number }, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = SIGNATURE_LENGTH; start + 12 <= view.byteLength;) {
    const end = start + 12 + view.getUint32(start);
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (end > view.byteLength) return;
    yield { type, start, end };
    if (type === "IEND") return;
    start = end;
  }
}

/** Checks whether a PNG has nothing but what decides its look, and ends where the picture does. */
export function isBarePng(bytes: Uint8Array): boolean {
  let last = SIGNATURE_LENGTH;
  for (const { type, end } of readChunks(bytes)) {
    if (!KEPT.has(type)) return false;
    last = end;
  }
  return last === bytes.byteLength;
}

/** Leaves out what a PNG says beside its pixels: texts, places, times, and bytes after its end. */
export function dropPngMetadata(bytes: Uint8Array): Uint8Array {
  if (isBarePng(bytes)) return bytes;
  const kept = [...readChunks(bytes)].filter(({ type }) => KEPT.has(type));
  const result = new Uint8Array(kept.reduce((sum, { start, end }) => sum + end - start, SIGNATURE_LENGTH));
  result.set(bytes.subarray(0, SIGNATURE_LENGTH));
  let offset = SIGNATURE_LENGTH;
  for (const { start, end } of kept) {
    result.set(bytes.subarray(start, end), offset);
    offset += end - start;
  }
  return result;
}
