import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import type { Handler } from "../spoil.js";
import type { StartOptions } from "../startBackend.js";

/** A back end with one fault, and the case that has to find it. */
export interface BrokenBackend {
  fault: string;
  caughtBy: string;
  /** Made anew for each server: some remember things. */
  options: (providerOrigin: string) => StartOptions;
}

/** One that spoils requests or answers. */
export const broken = (
  fault: string,
  caughtBy: string,
  spoil: () => (good: Handler) => Handler,
): BrokenBackend => ({
  fault,
  caughtBy,
  options: () => ({ break: spoil() }),
});

/** One whose handler is configured wrongly. */
export const configured = (
  fault: string,
  caughtBy: string,
  handler: (providerOrigin: string) => Partial<ImageNodeHandlerOptions>,
): BrokenBackend => ({ fault, caughtBy, options: (origin) => ({ handler: handler(origin) }) });
