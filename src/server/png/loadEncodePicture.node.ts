import type { EncodePicture } from "./EncodePicture.js";
import { loadSharp } from "./loadSharp.node.js";

/** Loads `sharp` and makes the encoder of pictures that are given to models. */
export async function loadEncodePicture(): Promise<EncodePicture> {
  const sharp = await loadSharp();
  return async (bytes, { format, size, maxPixels }) => {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    // Without an angle it turns by what the file says, whatever its format is.
    image.rotate().toColourspace("srgb");
    if (size) image.resize(size.width, size.height, { fit: "fill" });
    if (format === "png") image.png({ compressionLevel: 6 });
    else image.flatten({ background: "#fff" }).jpeg({ quality: 92, chromaSubsampling: "4:4:4" });
    const encoded = await image.toBuffer();
    return new Uint8Array(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  };
}
