import { assertGuarded } from "./models/assertGuarded.js";
import { mergeStyles } from "./models/styleWords.js";
import { createLinkSigner } from "./storage/createLinkSigner.js";
import type { LinkSigner } from "./storage/createLinkSigner.js";
import { createSemaphore } from "./models/createSemaphore.js";
import type { Semaphore } from "./models/createSemaphore.js";
import { memoryRunStore } from "./runs/memoryRunStore.js";
import type { HandlerLimits, ImageNodeHandlerOptions, StyleOption, ToPng } from "./options.js";
import { createOriginRule, withoutOpenPort } from "./http/createOriginRule.js";
import type { RunStore } from "./runs/RunStore.js";

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
  readonly signer: LinkSigner;
  readonly runs: RunStore;
  /** Bounds the generations at once per image model. */
  readonly semaphore: Semaphore;
  readonly styles: ReadonlyMap<string, StyleOption>;
  /** Loads the converter, so that a missing one is noticed before anything is spent. */
  readonly loadToPng: () => Promise<ToPng>;
}

/** Fills in the options' defaults once, when the handler or a worker is built. */
export function createHandlerContext(options: ImageNodeHandlerOptions): HandlerContext {
  if (typeof options.imageModels === "object") assertGuarded(options.imageModels);
  const limits: ResolvedLimits = {
    timeoutMs: options.limits?.timeoutMs ?? 60_000,
    maxQueueMs: options.limits?.maxQueueMs ?? 30_000,
    maxBodyBytes: options.limits?.maxBodyBytes ?? 512 * 1024,
    urlTtlSeconds: options.limits?.urlTtlSeconds ?? 7 * 24 * 60 * 60,
    maxConcurrent: options.limits?.maxConcurrent,
    lateMs: options.limits?.lateMs ?? 120_000,
    maxPixels: options.limits?.maxPixels ?? 32 * 1024 * 1024,
    maxImageBytes: options.limits?.maxImageBytes ?? 32 * 1024 * 1024,
  };
  return {
    options,
    publicUrl: options.publicUrl,
    isAllowedOrigin: createOriginRule([
      originOf(options.publicUrl),
      ...(options.allowedOrigins ?? []).map(checkOrigin),
    ]),
    limits,
    signer: createLinkSigner(options.signingSecret, options.publicUrl),
    runs: options.runs ?? memoryRunStore(),
    semaphore: createSemaphore(limits.maxConcurrent),
    styles: mergeStyles(options.styles),
    loadToPng: async () => {
      if (options.toPng) return options.toPng;
      const { loadToPng } = await import("#to-png");
      return loadToPng();
    },
  };
}

function originOf(publicUrl: string): string {
  if (URL.canParse(publicUrl)) return new URL(publicUrl).origin;
  throw new TypeError(
    `createImageNodeHandler needs \`publicUrl\` as an absolute URL, because links to pictures begin with it; got ` +
      `${JSON.stringify(publicUrl)}. Pass the address under which callers reach the handler, such as ` +
      "https://example.com/api/image-node.",
  );
}

/** An origin with a slash behind it, or a star for a host, would never match what a browser sends, and nobody would know why. */
function checkOrigin(listed: string): string {
  const origin = withoutOpenPort(listed);
  const isWeb = /^https?:/i.test(origin);
  if (isWeb ? URL.canParse(origin) && new URL(origin).origin === origin : origin.includes("://"))
    return listed;
  throw new TypeError(
    `createImageNodeHandler cannot match ${JSON.stringify(listed)} in \`allowedOrigins\`, because no browser sends it. ` +
      "Write each origin as scheme, host and port (`:*` for any) without a slash at the end, such as https://app.example.com.",
  );
}
