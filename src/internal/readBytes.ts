import { takeBody } from "./takeBody.js";

/** Bytes of an image that are loaded at most: 4096 by 4096 pixels with transparency, not compressed at all. */
export const MAX_IMAGE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a response's body, counted as it comes, whatever its headers say. Returns `null` and ends the download once it
 * is longer than `maxBytes`.
 */
export async function readBytes(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const body = takeBody(response);
  if (!body) {
    const whole = new Uint8Array(await response.arrayBuffer());
    return whole.length > maxBytes ? null : whole;
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > maxBytes) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return join(chunks, length);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
