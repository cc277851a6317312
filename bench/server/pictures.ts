import sharp from "sharp";

/** Pictures as models answer with them. */
export const PICTURES = {
  /** A PNG of 64 × 64: next to no bytes. */
  small: () => draw(64, 64).png().toBuffer(),
  /** A PNG of 1024 × 1024 with the grain of a photo, 1.6 MB. */
  photo: () => draw(1024, 1024).png().toBuffer(),
  /** A PNG of 1536 × 1024 that is cut to 16:9. */
  wide: () => draw(1536, 1024).png().toBuffer(),
  jpeg: () => draw(1024, 1024).jpeg().toBuffer(),
};

function draw(width: number, height: number) {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 24 };
  return sharp({ create: { width, height, channels: 3, background: "#c96", noise } }).blur(2);
}
