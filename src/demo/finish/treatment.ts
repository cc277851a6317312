import { group } from "../drawing/svg.js";
import type { Pixels } from "../raster.js";
import type { Frame, Layers } from "../scene/frame.js";

/** Drawing of one style: it arranges the layers, then paints over the pixels. */
export interface Treatment {
  dress(layers: Layers, frame: Frame): { defs: string; body: string };
  paint?(pixels: Pixels, frame: Frame): void;
  /** The picture is drawn at this part of its size and enlarged: soft styles cost less so. @default 1 */
  scale?: number;
}

export const plain = ({ back, middle, subject, front }: Layers) => ({
  defs: "",
  body: back + middle + subject + front,
});
export const isScene = (frame: Frame) => frame.brief.kind === "scene";

export const filtered = (id: string, children: string) =>
  children === "" ? "" : group({ filter: `url(#${id})` }, children);
