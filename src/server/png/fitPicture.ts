import type { CleanPicture } from "./cleanPicture.js";
import { toCleanPicture } from "./cleanPicture.js";
import type { EncodePicture } from "./EncodePicture.js";
import { isBarePicture } from "./isBarePicture.js";
import { sniffImage } from "./sniffImage.js";

/** Bounds that a picture is to meet. */
export interface PictureBounds {
  readonly mimeTypes: readonly string[];
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/** Picture within its bounds. */
export interface FittedPicture extends Omit<CleanPicture, "mimeType"> {
  readonly mimeType: string;
  /** Whether it has fewer pixels than its source. */
  readonly isSmaller: boolean;
}

/** Each step at least halves the pixels, so that fewer than these reach any bound that an entry may have. */
const MOST_STEPS = 16;

/**
 * Brings a picture within what a model takes: another format as PNG, else as JPEG; too many bytes or pixels by fewer pixels
 * of the same shape. One that fits and has no metadata stays as it is.
 *
 * @param maxPixels most pixels to decode
 * @throws Error when the picture can't be decoded or brought within its bounds.
 */
export async function fitPicture(
  bytes: Uint8Array,
  { mimeTypes, ...bounds }: PictureBounds,
  maxPixels: number,
  loadEncode: () => Promise<EncodePicture>,
): Promise<FittedPicture> {
  const source = sniffImage(bytes);
  if (!source || source.type === "gif" || source.width * source.height > maxPixels) {
    throw new RangeError("No picture that can be decoded.");
  }
  const { type, ...size } = source;
  let kept: FittedPicture = { ...size, bytes, mimeType: `image/${type}`, isSmaller: false };
  if (!isBarePicture(bytes, type)) {
    kept = await encodeAs(type === "jpeg" ? "jpeg" : "png", kept, 1);
  }
  const { width, height } = kept;
  const isListed = mimeTypes.includes(kept.mimeType);
  let share = Math.min(1, bounds.maxPixels / (width * height));
  if (isListed && share === 1 && kept.bytes.byteLength <= bounds.maxBytes) return kept;

  const takesJpeg = mimeTypes.includes("image/jpeg");
  const isJpeg = kept.mimeType === "image/jpeg";
  const format = takesJpeg && (isJpeg || !mimeTypes.includes("image/png")) ? "jpeg" : "png";
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const result = await encodeAs(format, kept, share);
    if (!mimeTypes.includes(result.mimeType)) break;
    if (result.bytes.byteLength <= bounds.maxBytes) return result;
    share *= Math.min(0.5, (0.9 * bounds.maxBytes) / result.bytes.byteLength);
  }
  throw new RangeError("The picture can't be brought within what the model takes.");

  async function encodeAs(
    format: "png" | "jpeg",
    from: FittedPicture,
    share: number,
  ): Promise<FittedPicture> {
    const encode = await loadEncode();
    const scale = Math.sqrt(share);
    const toSide = (side: number) => Math.max(1, Math.floor(side * scale));
    const size = share < 1 && { size: { width: toSide(from.width), height: toSide(from.height) } };
    const result = toCleanPicture(await encode(from.bytes, { format, maxPixels, ...size }));
    if (!result) throw new RangeError("The encoder answered with neither PNG nor JPEG.");
    return { ...result, isSmaller: share < 1 };
  }
}
