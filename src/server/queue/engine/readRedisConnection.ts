import type { ConnectionOptions } from "bullmq";

/** Milliseconds between two attempts to reach a server that is away, at most: BullMQ's twenty seconds are most of `maxQueueMs`. */
const RETRY_MS = 1_000;

/** Milliseconds without a byte after which a connection counts as broken; a worker waits for a job half as long at most. */
const SILENCE_MS = 20_000;

/** Reads the option `redis` of an engine; a client is taken as it is. */
export function readRedisConnection(given: string | object): ConnectionOptions {
  if (typeof given !== "string" && "duplicate" in given) return given;
  const own = typeof given === "string" ? { url: given } : given;
  return {
    socketTimeout: SILENCE_MS,
    retryStrategy: (times: number) => Math.min(times * 100, RETRY_MS),
    ...own,
  };
}
