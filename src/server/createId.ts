import { toBase64Url } from "./encoding.js";

/** Makes an id: a prefix and 128 random bits. */
export function createId(prefix: string): string {
  return `${prefix}_${toBase64Url(crypto.getRandomValues(new Uint8Array(16)))}`;
}
