/** Reads what goes over one connection to a database, from its beginning. */
export interface CallReader {
  /** Reads bytes that the client sends. */
  sent(chunk: Buffer): void;
  /** Reads bytes that the client gets. */
  received(chunk: Buffer): void;
  /** Whether the client waits for an answer, as far as the reader can tell. */
  isWaiting(): boolean;
}

/** Makes a reader that tells of each call by its kind, such as `UPDATE runs` or `EVALSHA`. */
export type OpenReader = (tell: (kind: string) => void) => CallReader;
