/** Straight RGBA, eight bits a channel, row by row. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Options of turning an SVG into a PNG. */
export interface RasteriseOptions {
  /** Width of the PNG in pixels. */
  width: number;
  /** Height of the PNG in pixels. */
  height: number;
  /** Width at which the SVG is drawn before it is enlarged. @default width */
  renderWidth?: number | undefined;
  /** Height at which the SVG is drawn before it is enlarged. @default height */
  renderHeight?: number | undefined;
  /** Changes the drawn pixels in place, at the render size. */
  paint?: ((pixels: Pixels) => void) | undefined;
}

/** Gives an SVG without a size of its own (only a `viewBox`) the size it is drawn at. */
export function sizeSvg(svg: string, width: number, height: number): string {
  return svg.replace("<svg ", `<svg width="${width}" height="${height}" `);
}
