import type { ScriptedPicture } from "./createScriptedAttachments.js";

/** First bytes of each type, as text of one character for each byte. */
const TYPES = [
  [/^\x89PNG\r\n/, "image/png"],
  [/^\xff\xd8\xff/, "image/jpeg"],
  [/^RIFF[^]{4}WEBP/, "image/webp"],
] as const;

/**
 * Reads the type of a picture by its first bytes, and the pixels of a PNG; any JPEG and WebP has 1024 × 1024. `null` for
 * anything else.
 */
export function readPicture(bytes: Uint8Array<ArrayBuffer>): ScriptedPicture | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  const mimeType = TYPES.find(([pattern]) => pattern.test(start))?.[1];
  if (!mimeType) return null;
  if (mimeType !== "image/png" || bytes.byteLength < 24) return { mimeType, width: 1024, height: 1024 };
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { mimeType, width: view.getUint32(16), height: view.getUint32(20) };
}
