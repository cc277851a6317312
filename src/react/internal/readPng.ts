const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49484452;
const IEND = 0x49454e44;
/** Length, name and checksum of a chunk. */
const FRAME_BYTES = 12;
const IHDR_BYTES = 13;

/**
 * Returns the bytes of a PNG, without what somebody put behind its end; `undefined` for anything else. Its signature is
 * not enough: chunks are followed from the header to the end.
 */
export function readPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = SIGNATURE.length;
  while (offset + FRAME_BYTES <= bytes.length) {
    const length = view.getUint32(offset);
    const name = view.getUint32(offset + 4);
    const isFirst = offset === SIGNATURE.length;
    if (isFirst !== (name === IHDR) || (isFirst && length !== IHDR_BYTES)) return undefined;
    offset += FRAME_BYTES + length;
    if (name === IEND) return offset <= bytes.length ? bytes.subarray(0, offset) : undefined;
  }
  return undefined;
}
