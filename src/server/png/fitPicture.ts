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
  /** Least pixels of a side. */
  readonly minSide: number;
  /** Most pixels of a side. */
  readonly maxSide: number;
}

/** Picture within its bounds. */
export interface FittedPicture extends Omit<CleanPicture, "mimeType"> {
  readonly mimeType: string;
  /** Whether it has other pixels than its source. */
  readonly isResized: boolean;
}

/** Each step at least halves the pixels, so that fewer than these reach any bound that an entry may have. */
const MOST_STEPS = 16;

/**
 * Brings a picture within what a model takes: another format as PNG, else as JPEG; too many bytes, pixels or too long a
 * side by fewer pixels of the same shape, too short a side by more. One that fits and has no metadata stays as it is.
 * `null` where no size of its shape is within the bounds.
 *
 * @param maxPixels most pixels to decode
 * @throws Error when the picture can't be decoded.
 */
export async function fitPicture(
  bytes: Uint8Array,
  { mimeTypes, ...bounds }: PictureBounds,
  maxPixels: number,
  loadEncode: () => Promise<EncodePicture>,
): Promise<FittedPicture | null> {
  const source = sniffImage(bytes);
  if (!source || source.type === "gif" || source.width * source.height > maxPixels) {
    throw new RangeError("No picture that can be decoded.");
  }
  const { type, ...size } = source;
  let kept: FittedPicture = { ...size, bytes, mimeType: `image/${type}`, isResized: false };
  if (!isBarePicture(bytes, type)) {
    kept = await encodeAs(type === "jpeg" ? "jpeg" : "png", kept, 1);
  }
  // What is made larger is no larger than what may be decoded.
  const [least, most] = scalesOf(kept, { ...bounds, maxPixels: Math.min(bounds.maxPixels, maxPixels) });
  if (least > most) return null;
  const isListed = mimeTypes.includes(kept.mimeType);
  let scale = Math.max(least, Math.min(1, most));
  if (isListed && scale === 1 && kept.bytes.byteLength <= bounds.maxBytes) return kept;

  const takesJpeg = mimeTypes.includes("image/jpeg");
  const isJpeg = kept.mimeType === "image/jpeg";
  const format = takesJpeg && (isJpeg || !mimeTypes.includes("image/png")) ? "jpeg" : "png";
  for (let step = 0; step < MOST_STEPS && scale >= least; step += 1) {
    const result = await encodeAs(format, kept, scale);
    if (!mimeTypes.includes(result.mimeType)) break;
    if (result.bytes.byteLength <= bounds.maxBytes) return result;
    scale *= Math.sqrt(Math.min(0.5, (0.9 * bounds.maxBytes) / result.bytes.byteLength));
  }
  return null;

  async function encodeAs(
    format: "png" | "jpeg",
    from: FittedPicture,
    scale: number,
  ): Promise<FittedPicture> {
    const encode = await loadEncode();
    const toSide = (side: number) => Math.max(bounds.minSide, Math.floor(side * scale));
    const size = scale !== 1 && { size: { width: toSide(from.width), height: toSide(from.height) } };
    const result = toCleanPicture(await encode(from.bytes, { format, maxPixels, ...size }));
    if (!result) throw new RangeError("The encoder answered with neither PNG nor JPEG.");
    return { ...result, isResized: scale !== 1 };
  }
}

/** Least and most scale by which a picture's sides and pixels are within bounds. */
function scalesOf(
  { width, height }: Pick<FittedPicture, "width" | "height">,
  { maxPixels, minSide, maxSide }: Omit<PictureBounds, "mimeTypes">,
): readonly [least: number, most: number] {
  const most = Math.min(Math.sqrt(maxPixels / (width * height)), maxSide / Math.max(width, height));
  return [minSide / Math.min(width, height), most];
}
