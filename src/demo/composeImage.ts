import { createRandom } from "./drawing/random.js";
import { element, radial, stop } from "./drawing/svg.js";
import { finishPicture } from "./finish/finishPicture.js";
import type { Finish } from "./finish/finishPicture.js";
import { treatmentOf } from "./finish/treatmentOf.js";
import type { GlyphLibrary } from "./glyphLibrary.js";
import { lexiconOf } from "./prompt/lexicon.js";
import { leaveOut } from "./prompt/leaveOut.js";
import { readPrompt } from "./prompt/readPrompt.js";
import type { Brief } from "./prompt/brief.js";
import type { Pixels } from "./raster.js";
import { tint } from "./reference/paintReference.js";
import { paletteOf } from "./reference/paletteOf.js";
import type { Reference } from "./reference/readReference.js";
import { composeAbstract } from "./scene/composeAbstract.js";
import { composeHeadshot } from "./scene/composeHeadshot.js";
import { composeInfographic } from "./scene/composeInfographic.js";
import { drawMark, sparingMark } from "./scene/drawMark.js";
import { composeProduct } from "./scene/composeProduct.js";
import { composeTopic } from "./scene/composeTopic.js";
import { composeScene } from "./scene/composeScene.js";
import type { Frame, Layers } from "./scene/frame.js";
import { paletteFor } from "./scene/palette.js";

/** Request to the illustrator. */
export interface ComposeRequest {
  /** The prompt without style words. */
  content: string;
  style: string;
  width: number;
  height: number;
  /** Whether a mark in the corner says that no AI made the image. @default true */
  mark?: boolean | undefined;
  /** Number of the image among those of this request: each has its own sky, ground, faces and colours. @default 0 */
  variation?: number | undefined;
  /** Words for what is left out. Nothing by default. */
  negativePrompt?: string | undefined;
  /** Picture whose colours and large shapes it takes. None by default. */
  reference?: Reference | undefined;
  /** Finish of the painted picture. Nothing by default. */
  finish?: Finish | undefined;
}

/** Composed image before it is rasterised. */
export interface ComposedImage {
  brief: Brief;
  frame: Frame;
  svg: string;
  /** Scale at which it is drawn before it is enlarged. */
  scale: number;
  /** Paints over the drawn pixels in the style; absent where the SVG is the image. */
  paint: ((pixels: Pixels) => void) | undefined;
}

/**
 * Odd, so that what is chosen by an even or odd seed changes too, and no multiple of the step of {@link createRandom}, whose
 * numbers would else be those of the image before, one further on.
 */
const STEP = 0x85ebca6b;

/** Part of the way that all colours go towards those of a reference. */
const TINT = 0.5;

/** Turns a prompt into an SVG. Pure: the same request gives the same text. */
export function composeImage(request: ComposeRequest, library: GlyphLibrary): ComposedImage {
  const { width, height, style, mark = true, variation = 0, reference } = request;
  const lexicon = lexiconOf(library);
  const read = leaveOut(readPrompt(request.content, lexicon), request.negativePrompt ?? "", lexicon);
  const brief = { ...read, seed: (read.seed + Math.imul(variation, STEP)) >>> 0 };
  const unit = Math.min(width, height);
  const frame: Frame = {
    width,
    height,
    unit,
    horizon: height * (reference?.horizon ?? (height > width ? 0.6 : 0.58)),
    floor: height * (height > width ? 0.82 : 0.87),
    random: createRandom(brief.seed),
    palette: reference ? paletteOf(reference) : paletteFor(brief),
    brief,
    style,
    backdrop: reference && element("image", { href: reference.shapes, width, height }),
  };
  const layers = composeLayers(frame, library);
  const dressed = treatmentOf(style).dress(layers, frame);
  const shade = radial("shade", [
    stop(0, "#0a1220", 0.75),
    stop(0.55, "#0a1220", 0.38),
    stop(1, "#0a1220", 0),
  ]);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      "xmlns:xlink": "http://www.w3.org/1999/xlink",
      viewBox: `0 0 ${width} ${height}`,
    },
    element("defs", {}, shade + layers.defs + dressed.defs) + dressed.body + (mark ? drawMark(frame) : ""),
  );
  const { paint, scale = 1 } = treatmentOf(style);
  const finish = request.finish && finishPicture(request.finish, brief.seed);
  const work = (pixels: Pixels) => {
    paint?.(pixels, frame);
    if (reference) tint(pixels, reference.colours, TINT);
    finish?.(pixels);
  };
  return {
    brief,
    frame,
    svg,
    scale,
    paint:
      paint || finish || reference
        ? (pixels) => (mark ? sparingMark(frame, pixels, () => work(pixels)) : work(pixels))
        : undefined,
  };
}

function composeLayers(frame: Frame, library: GlyphLibrary): Layers {
  const layers = composeKind(frame, library);
  return frame.backdrop === undefined ? layers : { ...layers, back: frame.backdrop };
}

function composeKind(frame: Frame, library: GlyphLibrary): Layers {
  switch (frame.brief.kind) {
    case "headshot":
      return composeHeadshot(
        frame,
        frame.backdrop === undefined && (frame.brief.place === undefined || frame.brief.place === "studio")
          ? undefined
          : composeScene(frame, library),
      );
    case "product":
      return composeProduct(frame, library);
    case "infographic":
      return composeInfographic(frame);
    case "topic":
      return composeTopic(frame, library);
    case "abstract":
      return composeAbstract(frame);
    case "scene":
      return composeScene(frame, library);
  }
}
