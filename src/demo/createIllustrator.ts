import { assertCanvas, rasterise } from "#rasterise";
import { loadGlyphs } from "#glyphs";
import { composeImage } from "./composeImage.js";
import { readIllustratorSettings } from "./illustratorSettings.js";
import { readReference } from "./reference/readReference.js";
import type { GenerateImageRequest } from "../server/index.js";

/** Options of {@link createIllustrator}. */
export interface IllustratorOptions {
  /** Delay before drawing in milliseconds, so that a person can watch the stages. @default 0 */
  delayMs?: number | undefined;
  /** Whether a repeated request without a seed gives a different image, as a model would. @default false */
  vary?: boolean | undefined;
}

/** Image model that draws by rule; it is not AI. */
export interface Illustrator {
  /** Returns a PNG of exactly the requested size. Rejects with the signal's reason when aborted. */
  generate(request: GenerateImageRequest): Promise<Uint8Array>;
}

const PARTIAL_SCALE = 0.25;
/** Most requests that are remembered; the oldest are forgotten. */
const MOST_REMEMBERED = 500;

/**
 * Creates the demo illustrator. It composes a scene from the words of the prompt; it is not AI and sends nothing. The same
 * request with the same seed gives the same bytes; the seed that was used is reported. Of a reference it takes the colours and
 * the large shapes.
 */
export function createIllustrator({ delayMs = 0, vary = false }: IllustratorOptions = {}): Illustrator {
  const times = new Map<string, number>();
  const countUp = (request: string): number => {
    const before = times.get(request) ?? 0;
    times.delete(request);
    times.set(request, before + 1);
    if (times.size > MOST_REMEMBERED) times.delete(times.keys().next().value ?? "");
    return before;
  };
  return {
    async generate(request) {
      const { content, style, width, height, settings, references, signal } = request;
      const { onPartialImage, onSettings } = request;
      signal.throwIfAborted();
      assertCanvas();
      const library = await loadGlyphs();
      signal.throwIfAborted();
      const { seed, negativePrompt, finish } = readIllustratorSettings(settings);
      const [picture] = references ?? [];
      const next = () =>
        countUp(JSON.stringify([content, style, width, height, settings, picture?.attachmentId]));
      const variation = seed ?? (vary ? next() : 0);
      onSettings?.({ seed: variation });
      const reference = picture && (await readReference(picture, { width, height }));
      signal.throwIfAborted();
      const scene = { content, style, width, height, variation, negativePrompt, reference, finish };
      const { svg, paint, scale } = composeImage(scene, library);
      if (onPartialImage) {
        const small = {
          width: Math.round(width * PARTIAL_SCALE),
          height: Math.round(height * PARTIAL_SCALE),
        };
        onPartialImage(await rasterise(svg, small));
        signal.throwIfAborted();
      }
      if (delayMs > 0) await pause(delayMs, signal);
      const png = await rasterise(svg, {
        width,
        height,
        renderWidth: Math.round(width * scale),
        renderHeight: Math.round(height * scale),
        paint,
      });
      signal.throwIfAborted();
      return png;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
