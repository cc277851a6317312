import { createProblem } from "../http/createProblem.js";
import { describeBytes } from "./describeBytes.js";
import { dropPngMetadata } from "./dropPngMetadata.js";
import type { EncodePicture } from "./EncodePicture.js";
import { hasFewParts } from "./hasFewParts.js";
import { sniffImage } from "./sniffImage.js";

/** Picture as it is kept: upright, without metadata. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly mimeType: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
}

/**
 * Judges a picture by its bytes and encodes it anew: a JPEG as JPEG, everything else as PNG. Its size is read from its
 * header before anything is decoded.
 *
 * @throws `unsupported_media_type` for what is no picture or can't be decoded, `payload_too_large` for too many pixels;
 *   the message says what helps.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  maxPixels: number,
  loadEncode: () => Promise<EncodePicture>,
): Promise<CleanPicture> {
  const source = sniffImage(bytes);
  if (!source || source.type === "gif") {
    const { found, help } = describeBytes(bytes);
    throw refuse(`This back end keeps PNG, JPEG and WebP, and got ${found}. ${help}`);
  }
  const pixels = source.width * source.height;
  if (pixels > maxPixels) {
    throw createProblem("payload_too_large", {
      message: `The picture has ${source.width} × ${source.height} pixels, and this back end takes ${maxPixels} in all. Make it smaller.`,
    });
  }
  if (!hasFewParts(bytes, source.type)) throw unreadable(source.type);
  const encode = await loadEncode();
  let encoded: Uint8Array;
  try {
    encoded = await encode(bytes, { format: source.type === "jpeg" ? "jpeg" : "png", maxPixels });
  } catch (cause) {
    throw unreadable(source.type, cause);
  }
  return toCleanPicture(encoded) ?? unreadableAsKept();
}

/** Measures an encoded picture, and takes off what a host's own encoder may have left; `null` for another format. */
export function toCleanPicture(encoded: Uint8Array): CleanPicture | null {
  const result = sniffImage(encoded);
  if (result?.type !== "png" && result?.type !== "jpeg") return null;
  const { type, width, height } = result;
  const bytes = type === "png" ? dropPngMetadata(encoded) : encoded;
  return { bytes, mimeType: `image/${type}`, width, height };
}

function unreadable(type: string, cause?: unknown) {
  const message = `The picture says that it is a ${type.toUpperCase()}, but it can't be decoded: it is cut off or damaged. Save it anew, then try again.`;
  return refuse(message, cause);
}

function unreadableAsKept(): never {
  throw createProblem("internal", { cause: new Error("The encoder answered with neither PNG nor JPEG.") });
}

function refuse(message: string, cause?: unknown) {
  return createProblem("unsupported_media_type", { message, ...(cause !== undefined && { cause }) });
}
