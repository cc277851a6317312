const ALLOWED = /^[A-Za-z0-9._~-]{1,255}$/;

/** Creates a random key: 32 hex digits. `crypto.randomUUID` is missing on plain http origins, `getRandomValues` is not. */
export function createIdempotencyKey(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** Checks whether a back end takes this key. */
export function isIdempotencyKey(key: string): boolean {
  return ALLOWED.test(key);
}

/** Converts bytes to lower-case hex digits. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
