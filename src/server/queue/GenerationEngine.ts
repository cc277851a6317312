/** Database in which BullMQ keeps its jobs. */
export type GenerationEngine =
  | {
      /**
       * Connection string, or a pool configuration of `pg` with an optional `schema`. BullMQ makes its tables when missing,
       * unless `migrate` is false. The server's `options` in it stay in force. All queues of a process share one pool of
       * `max` connections, 2 by default; a worker has one more for each queue, on which it listens. It must lead to the
       * server itself or to a proxy that keeps sessions: otherwise consuming rejects.
       */
      readonly postgres: string | Readonly<Record<string, unknown>>;
    }
  | {
      /** URL, or a client or options of `ioredis`. The server needs `maxmemory-policy noeviction`. */
      readonly redis: string | object;
    };

/** Rate limit of a provider, over all workers together. */
export interface ProviderLimit {
  /** Most runs that start in each span. */
  readonly max: number;
  /** Span in milliseconds. */
  readonly durationMs: number;
}

/** Options that the sending and the receiving side share; both need the same values. */
export interface GenerationQueueOptions {
  /** Database in which BullMQ keeps its jobs. */
  engine: GenerationEngine;
  /** Beginning of the queues' names; `image-generations` by default. @default "image-generations" */
  name?: string | undefined;
  /**
   * Rate limits by provider, as the catalog names it; none by default. Each of these providers has a queue of its own,
   * and all others share one without a limit.
   *
   * @example
   * providerLimits: { openai: { max: 50, durationMs: 60_000 } }
   */
  providerLimits?: Readonly<Record<string, ProviderLimit>> | undefined;
  /** Called with errors of the engine's connections, with the same one once in five seconds; `console.error` by default. */
  onError?: ((error: Error) => void) | undefined;
}

/** Queue of the engine, and its limit. */
export interface EngineQueue {
  /** Name of the queue. */
  readonly name: string;
  /** Rate limit of its provider; undefined for the queue of all providers without one. */
  readonly limit: ProviderLimit | undefined;
}

/** Finds the queue of a provider. */
export function queueOf(
  { name, providerLimits = {} }: GenerationQueueOptions,
  provider: string,
): EngineQueue {
  const base = name ?? "image-generations";
  const limit = Object.hasOwn(providerLimits, provider) ? providerLimits[provider] : undefined;
  // A colon would end the name in Redis.
  return limit ? { name: `${base}-for-${encodeURIComponent(provider)}`, limit } : { name: base, limit };
}

/** Lists the queues: the common one, and one for each provider with a limit. */
export function queuesOf(options: GenerationQueueOptions): EngineQueue[] {
  const providers = Object.keys(options.providerLimits ?? {}).map((provider) => queueOf(options, provider));
  return [queueOf({ ...options, providerLimits: {} }, ""), ...providers];
}
