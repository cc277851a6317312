/** Message that a client of `pg` hears on a channel. */
export interface PostgresNotification {
  /** Channel on which it came. */
  channel: string;
  /** Text that was sent. */
  payload?: string | undefined;
}

/** Part of a client of `pg` that the run store uses. */
export interface PostgresClient {
  /** Runs one statement. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Listens to notifications. */
  on(event: "notification", listener: (message: PostgresNotification) => void): unknown;
  /** Listens to the connection's errors. */
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Stops listening to notifications. */
  removeListener(event: "notification", listener: (message: PostgresNotification) => void): unknown;
  /** Stops listening to errors. */
  removeListener(event: "error", listener: (error: Error) => void): unknown;
  /** Gives the connection back, or ends it with true. */
  release(destroy?: boolean): void;
}

/** Part of a `Pool` of `pg` that the run store uses. */
export interface PostgresPool {
  /** Runs one statement on any connection. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Takes a connection out of the pool. */
  connect(): Promise<PostgresClient>;
}
