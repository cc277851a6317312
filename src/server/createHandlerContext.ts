import { assertOptions } from "./assertOptions.js";
import { assertImageModels } from "./models/assertImageModels.js";
import { assertPromptModels } from "./models/assertPromptModels.js";
import { mergeStyles } from "./models/styleWords.js";
import { createLinkSigner } from "./storage/createLinkSigner.js";
import type { LinkSigner } from "./storage/createLinkSigner.js";
import { createSemaphore } from "./models/createSemaphore.js";
import type { Semaphore } from "./models/createSemaphore.js";
import { memoryRunStore } from "./runs/memoryRunStore.js";
import type { HandlerLimits, ImageNodeHandlerOptions, StyleOption, ToPng } from "./options.js";
import type { ReferenceOptions } from "./ReferenceOptions.js";
import type { EncodePicture } from "./png/EncodePicture.js";
import { createUploadKeys } from "./storage/createUploadKeys.js";
import type { UploadKeys } from "./storage/createUploadKeys.js";
import { createOriginRule } from "./http/createOriginRule.js";
import { createStreamPermits } from "./runs/createStreamPermits.js";
import type { StreamPermits } from "./runs/createStreamPermits.js";
import type { RunRecord, RunStore } from "./runs/RunStore.js";

/** Bounds with their defaults filled in. */
export type ResolvedLimits = {
  readonly [Name in Exclude<keyof HandlerLimits, "maxConcurrent">]-?: NonNullable<HandlerLimits[Name]>;
} & { readonly maxConcurrent: number | undefined };

/** Options, checked and with their defaults, that every operation needs. */
export interface HandlerContext {
  readonly options: ImageNodeHandlerOptions;
  readonly publicUrl: string;
  /** Whether a browser may call from an origin. */
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly limits: ResolvedLimits;
  /** Bounds of the pictures that are taken in; `null` where none are. */
  readonly references: ResolvedReferences | null;
  readonly signer: LinkSigner;
  readonly runs: RunStore;
  /** Bounds the generations at once per image model. */
  readonly semaphore: Semaphore;
  /** Bounds the event streams at once. */
  readonly streams: StreamPermits;
  readonly styles: ReadonlyMap<string, StyleOption>;
  /** Loads the converter, so that a missing one is noticed before anything is spent. */
  readonly loadToPng: () => Promise<ToPng>;
  /** Loads the encoder of pictures that are taken in. */
  readonly loadEncode: () => Promise<EncodePicture>;
  /** Uploads under way and remembered, by their key. */
  readonly uploads: UploadKeys;
  /** Goes on, in the background, with a run whose process is gone; only where this process carries runs out. */
  takeUp?: ((run: RunRecord) => void) | undefined;
}

/** Options of the pictures that are taken in, with their defaults. */
export interface ResolvedReferences extends Pick<ReferenceOptions, "loadReference"> {
  readonly maxUploadBytes: number;
  readonly maxPixels: number;
}

function resolveReferences(references: ImageNodeHandlerOptions["references"]): ResolvedReferences | null {
  if (references === undefined) return null;
  const {
    maxUploadBytes = 10 * 1024 * 1024,
    maxPixels = 50_000_000,
    loadReference,
  } = references === true ? {} : references;
  return { maxUploadBytes, maxPixels, loadReference };
}

/** Makes the encoder of a host's own converter: all its results are PNGs. */
function fromToPng(toPng: ToPng): EncodePicture {
  return (bytes, { size, maxPixels }) => toPng(bytes, { maxPixels, ...(size && { crop: size }) });
}

/** Fills in the options' defaults once, when the handler or a worker is built. */
export function createHandlerContext(options: ImageNodeHandlerOptions): HandlerContext {
  assertOptions(options);
  if (typeof options.imageModels === "object") assertImageModels(options.imageModels, options.runs);
  if (typeof options.promptModels === "object") assertPromptModels(options.promptModels);
  const limits: ResolvedLimits = {
    timeoutMs: options.limits?.timeoutMs ?? 60_000,
    maxQueueMs: options.limits?.maxQueueMs ?? 30_000,
    maxBodyBytes: options.limits?.maxBodyBytes ?? 512 * 1024,
    urlTtlSeconds: options.limits?.urlTtlSeconds ?? 7 * 24 * 60 * 60,
    maxConcurrent: options.limits?.maxConcurrent,
    lateMs: options.limits?.lateMs ?? 120_000,
    maxPixels: options.limits?.maxPixels ?? 32 * 1024 * 1024,
    maxImageBytes: options.limits?.maxImageBytes ?? 32 * 1024 * 1024,
    maxStreamsPerRun: options.limits?.maxStreamsPerRun ?? 8,
    maxStreamsPerScope: options.limits?.maxStreamsPerScope ?? 64,
  };
  return {
    options,
    publicUrl: options.publicUrl,
    isAllowedOrigin: createOriginRule([new URL(options.publicUrl).origin, ...(options.allowedOrigins ?? [])]),
    limits,
    references: resolveReferences(options.references),
    signer: createLinkSigner(options.signingSecret, options.publicUrl),
    runs: options.runs ?? memoryRunStore(),
    semaphore: createSemaphore(limits.maxConcurrent),
    streams: createStreamPermits(limits.maxStreamsPerRun, limits.maxStreamsPerScope),
    styles: mergeStyles(options.styles),
    loadToPng: async () => {
      if (options.toPng) return options.toPng;
      const { loadToPng } = await import("#to-png");
      return loadToPng();
    },
    loadEncode: async () => {
      if (options.toPng) return fromToPng(options.toPng);
      const { loadEncodePicture } = await import("#to-png");
      return loadEncodePicture();
    },
    uploads: createUploadKeys(),
  };
}
