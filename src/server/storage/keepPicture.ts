import { sha256Hex } from "../encoding.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import { cleanPicture } from "../png/cleanPicture.js";
import { putPicture } from "./putPicture.js";

/** Time that the storage has for a picture that somebody waits for. */
const STORE_MS = 30_000;

/** Picture as the storage keeps it. */
export interface KeptPicture {
  readonly attachmentId: string;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly sizeInBytes: number;
  /** Link of the storage's own. */
  readonly imageUrl?: string | undefined;
}

/** Names the file of a picture that was taken in, by the bytes as they came: by that a repeat is told from another picture. */
export const nameOf = (attachmentId: string, fingerprint: string) =>
  `workflow_image_reference-${fingerprint.slice(0, 32)}-${attachmentId.slice(-8).replace(/[^\w]/g, "_")}`;

/** Cleans a picture and stores it. Nothing is stored of one that is refused. */
export async function keepPicture(
  { options: { storage }, references, loadEncode }: HandlerContext,
  scope: string,
  bytes: Uint8Array,
  fingerprint: string,
  attachmentId: string,
): Promise<KeptPicture> {
  const picture = await cleanPicture(bytes, references?.maxPixels ?? 0, loadEncode);
  const { mimeType, width, height } = picture;
  const name = `${nameOf(attachmentId, fingerprint)}.${mimeType === "image/jpeg" ? "jpg" : "png"}`;
  const sha256 = await sha256Hex(picture.bytes);
  const details = { scope, context: {}, name, sha256, attachmentId, mimeType };
  try {
    const stored = await putPicture(storage, picture.bytes, details, STORE_MS);
    const sizeInBytes = picture.bytes.byteLength;
    return { ...stored, mimeType, width, height, sizeInBytes };
  } catch (cause) {
    throw createProblem("storage_failed", {
      message: "The picture could not be stored. Try again.",
      cause,
    });
  }
}
