import { rasterise } from "#rasterise";
import { loadGlyphs } from "#glyphs";
import { composePicture } from "./composePicture.js";
import type { GenerateImageRequest } from "../server/index.js";

/** How the illustrator works. */
export interface IllustratorOptions {
  /** Milliseconds to wait before drawing, so that a person can watch the stages. @default 0 */
  delayMs?: number | undefined;
}

/** An image model that draws instead of calling one. */
export interface Illustrator {
  /** The picture as PNG, exactly of the asked size. Rejects with the signal's reason when aborted. */
  generate(request: GenerateImageRequest): Promise<Uint8Array>;
}

const PARTIAL_SCALE = 0.25;

/** The demo illustrator: composes a scene from the words of the prompt. No model is asked, nothing leaves the machine. */
export function createIllustrator({ delayMs = 0 }: IllustratorOptions = {}): Illustrator {
  return {
    async generate({ content, style, width, height, signal, onPartialImage }) {
      signal.throwIfAborted();
      const library = await loadGlyphs();
      signal.throwIfAborted();
      const { svg, paint, scale } = composePicture({ content, style, width, height }, library);
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
