/** Options of {@link createPng}. */
export interface CreatePngOptions {
  /** Width in pixels. @default 64 */
  width?: number | undefined;
  /** Height in pixels. @default 64 */
  height?: number | undefined;
  /** Seed that chooses the colours and the sun's place: the same seed makes the same bytes. A fixed image by default. */
  seed?: number | undefined;
}

const PALETTE = [0x9cc9e8, 0xf6c453, 0x5e8f63, 0x2f4858];

/**
 * Draws a small landscape (sky, sun, hill, ground) as a real PNG of exactly these pixels, without any dependency. It is
 * stored uncompressed at two bits a pixel: 1024 × 1024 is 262 kB.
 */
export function createPng({ width = 64, height = 64, seed }: CreatePngOptions = {}): Uint8Array<ArrayBuffer> {
  const mixed = seed === undefined ? 0 : mix(seed);
  const sun = seed === undefined ? 0.7 : 0.15 + (0.7 * (mixed >>> 8)) / 0xffffff;
  const stride = Math.ceil(width / 4) + 1;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + 1 + (x >> 2);
      rows[at] =
        (rows[at] ?? 0) | (colourAt(x / width, y / height, width / height, sun) << (6 - 2 * (x & 3)));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([2, 3, 0, 0, 0], 8);
  // Whole numbers that differ in 32 bits get other colours: 24 bits tint the sky, and eight the ground.
  const tints = [mixed & 0xffffff, 0, 0, mixed >>> 24];
  const palette = Uint8Array.from(
    PALETTE.map((rgb, index) => rgb ^ (tints[index] ?? 0)).flatMap((rgb) => [
      rgb >> 16,
      (rgb >> 8) & 255,
      rgb & 255,
    ]),
  );
  return concatenate([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", storeAsZlib(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Mixes the bits of a whole number into 32, so that neighbours differ much; no two below 2 to the 32nd give the same. */
function mix(seed: number): number {
  let mixed = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function colourAt(x: number, y: number, ratio: number, sun: number): number {
  if (Math.hypot((x - sun) * ratio, y - 0.28) < 0.12 * Math.min(1, ratio)) return 1;
  if (y > 0.82) return 3;
  return y > 0.62 + 0.14 * Math.sin(x * 5) ? 2 : 0;
}

function storeAsZlib(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start < data.length; start += 0xffff) {
    const block = data.subarray(start, start + 0xffff);
    const last = start + 0xffff >= data.length ? 1 : 0;
    const size = block.length;
    parts.push(Uint8Array.of(last, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255), block);
  }
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  parts.push(Uint8Array.of(b >> 8, b & 255, a >> 8, a & 255));
  return concatenate(parts);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
