import { toHex } from "./createIdempotencyKey.js";

/**
 * Hashes the UTF-8 bytes of a text with SHA-256 (FIPS 180-4), in hex. Written out because `crypto.subtle` is missing on plain http
 * origins, where a batch must still have fixed keys. It names things; it guards nothing.
 */
export function sha256(text: string): string {
  const { roundConstants, initial } = getConstants();
  const hash = Uint32Array.from(initial);
  const bytes = pad(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const words = new Uint32Array(64);
  const at = (array: Uint32Array, index: number) => array[index] ?? 0;
  for (let offset = 0; offset < bytes.length; offset += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(offset + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const x = at(words, i - 15);
      const y = at(words, i - 2);
      const small0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const small1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      words[i] = at(words, i - 16) + small0 + at(words, i - 7) + small1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let i = 0; i < 64; i += 1) {
      const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + big1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(words, i)) | 0;
      const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => {
      hash[i] = at(hash, i) + value;
    });
  }
  const result = new DataView(new ArrayBuffer(32));
  hash.forEach((value, i) => {
    result.setUint32(i * 4, value);
  });
  return toHex(new Uint8Array(result.buffer));
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return padded;
}

let constants: { roundConstants: Uint32Array; initial: Uint32Array } | undefined;

/** Computes the first 32 bits of the fractional parts of the cube roots and square roots of the first primes. */
function getConstants() {
  if (constants) return constants;
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  constants = {
    roundConstants: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    initial: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
  return constants;
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x1_0000_0000);
}
