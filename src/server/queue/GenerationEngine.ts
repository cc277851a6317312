/** Where BullMQ keeps its jobs. */
export type GenerationEngine =
  | {
      /** A connection string, or a pool configuration of `pg` with an optional `schema`. BullMQ's tables are made when missing. */
      readonly postgres: string | Readonly<Record<string, unknown>>;
    }
  | {
      /** A URL, or a client or options of `ioredis`. The server needs `maxmemory-policy noeviction`. */
      readonly redis: string | object;
    };

/** What a provider takes within a time, over all workers together. */
export interface ProviderLimit {
  /** How many runs may start in each span. */
  readonly max: number;
  /** The span, in milliseconds. */
  readonly durationMs: number;
}

/** What the sending and the receiving side must be told alike. */
export interface GenerationQueueOptions {
  /** Where BullMQ keeps its jobs. */
  engine: GenerationEngine;
  /** What the names of the queues begin with. @default "image-generations" */
  name?: string | undefined;
  /** Limits by provider, as the catalog names it. Each of these has a queue of its own; all others share one without a limit. */
  providerLimits?: Readonly<Record<string, ProviderLimit>> | undefined;
  /** Told what the engine's connections complain of. @default console.error */
  onError?: ((error: Error) => void) | undefined;
}

/** A queue of the engine, and what it may take. */
export interface EngineQueue {
  readonly name: string;
  readonly limit: ProviderLimit | undefined;
}

/** The queue of a provider. */
export function queueOf(
  { name, providerLimits = {} }: GenerationQueueOptions,
  provider: string,
): EngineQueue {
  const base = name ?? "image-generations";
  const limit = Object.hasOwn(providerLimits, provider) ? providerLimits[provider] : undefined;
  // A colon would end the name in Redis.
  return limit ? { name: `${base}-for-${encodeURIComponent(provider)}`, limit } : { name: base, limit };
}

/** Every queue: the common one, and one for each provider with a limit. */
export function queuesOf(options: GenerationQueueOptions): EngineQueue[] {
  const providers = Object.keys(options.providerLimits ?? {}).map((provider) => queueOf(options, provider));
  return [queueOf({ ...options, providerLimits: {} }, ""), ...providers];
}
