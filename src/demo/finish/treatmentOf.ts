import { anime, digitalArt, minimalist } from "./drawnTreatments.js";
import { cinematic, photorealistic, render3d } from "./lensTreatments.js";
import { oilPainting } from "./oilPainting.js";
import { sketch } from "./sketch.js";
import { plain } from "./treatment.js";
import type { Treatment } from "./treatment.js";
import { watercolor } from "./watercolor.js";

const TREATMENTS: Readonly<Record<string, Treatment>> = {
  auto: { dress: plain },
  photorealistic,
  digital_art: digitalArt,
  oil_painting: {
    scale: 0.75,
    dress: plain,
    paint: (pixels, frame) => oilPainting(pixels, frame.brief.seed),
  },
  watercolor: { scale: 0.75, dress: plain, paint: (pixels, frame) => watercolor(pixels, frame.brief.seed) },
  sketch: { dress: plain, paint: (pixels, frame) => sketch(pixels, frame.brief.seed) },
  anime,
  "3d_render": render3d,
  minimalist,
  cinematic,
};

/** The treatment of a style; an unknown (a host's own) style is drawn like "auto". */
export function treatmentOf(style: string): Treatment {
  return (Object.hasOwn(TREATMENTS, style) ? TREATMENTS[style] : undefined) ?? { dress: plain };
}
