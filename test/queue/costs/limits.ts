/** The most that one generation may cost; held by `test/queue/queueCosts.test.ts`, aimed at by `npm run bench -- queue`. */
export const LIMITS = {
  /** Statements of the run store, of handler and worker together. */
  statements: 17,
  /** The same with those of BullMQ. */
  withQueue: 20,
  /** Bytes of WAL that a body of 0.3 kB may cause, and one of 289 kB. */
  written: { small: 10_000, large: 250_000 },
  /** Bytes on the wire, both ways, all connections. */
  wire: { small: 40_000, large: 1_000_000 },
  /** Connections of one process. */
  connections: 8,
} as const;
