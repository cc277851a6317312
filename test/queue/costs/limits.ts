/** The most that one generation may cost; held by `test/queue/queueCosts.test.ts`, aimed at by `npm run bench -- queue`. */
export const LIMITS = {
  /** Statements of the run store, of handler and worker together. */
  statements: 17,
  /** The same with those of BullMQ. */
  withQueue: 20,
  /** The same for one alone: a worker of BullMQ with nothing else to do asks in vain. */
  withIdleQueue: 23,
  /**
   * Bytes of the log that a body of 0.3 kB may cause, and one of 289 kB. Of the first, the turns of workspaces are about 600.
   * PostgreSQL compresses the large one; Redis logs each value as it is.
   */
  written: {
    postgres: { small: 10_600, large: 250_000 },
    redis: { small: 15_000, large: 310_000 },
  },
  /** Bytes on the wire, both ways, all connections. */
  wire: { small: 40_000, large: 1_000_000 },
  /** Connections of one process. */
  connections: 8,
} as const;
