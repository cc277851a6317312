/** The most that one generation may cost; held by `test/queue/queueCosts.test.ts`, aimed at by `npm run bench -- queue`. */
export const LIMITS = {
  /** Statements of the run store, of handler and worker together. */
  statements: 17,
  /** The same with those of BullMQ. */
  withQueue: 20,
  /** The same for one alone: a worker of BullMQ with nothing else to do asks in vain, and on a slow machine a caller looks again. */
  withIdleQueue: 26,
  /**
   * Bytes of the log that a body of 0.3 kB may cause, and one of 289 kB. Of the first, the turns of workspaces are about 600.
   * PostgreSQL compresses the large one; Redis logs each value as it is.
   */
  written: {
    postgres: { small: 11_000, large: 250_000 },
    redis: { small: 16_000, large: 310_000 },
  },
  /** Bytes that one alone may write besides: a page of an index that it happens to split. */
  page: 8_192,
  /** Bytes on the wire, both ways, all connections. */
  wire: { small: 40_000, large: 1_000_000 },
  /** Connections of one process. */
  connections: 8,
} as const;
