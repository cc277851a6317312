/** Options passed to {@link EncodePicture}. */
export interface EncodePictureOptions {
  /** Format of the result. One without transparency gets a white ground. */
  readonly format: "png" | "jpeg";
  /** Size of the result, of the same shape as the upright source; that of the source by default. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Most pixels to decode; a larger picture is refused. */
  readonly maxPixels: number;
}

/**
 * Decodes a picture, turns it upright and encodes it anew, without metadata. Throws when it can't be decoded. May answer
 * with a PNG where a JPEG is asked for.
 */
export type EncodePicture = (bytes: Uint8Array, options: EncodePictureOptions) => Promise<Uint8Array>;
