/** Message that a client of `pg` hears on a channel. */
export interface PostgresNotification {
  /** Channel on which it came. */
  channel: string;
  /** Text that was sent. */
  payload?: string | undefined;
}

/** Statement as `pg` takes it. */
export interface PostgresStatement {
  /** Name under which a connection keeps the statement prepared. */
  name?: string;
  /** SQL of the statement. */
  text: string;
  /** Values of its parameters. */
  values?: unknown[];
  /** Milliseconds after which `pg` gives up waiting, and drops the connection. */
  query_timeout?: number;
}

/** Part of a client of `pg` that the run store uses. */
export interface PostgresClient {
  /** Runs one statement. */
  query(statement: string | PostgresStatement, values?: unknown[]): Promise<{ rows: unknown[] }>;
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
  query(statement: string | PostgresStatement, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Takes a connection out of the pool. */
  connect(): Promise<PostgresClient>;
  /** Listens to errors of connections that nobody uses. */
  on?(event: "error", listener: (error: Error) => void): unknown;
  /** Hears of each new connection. */
  on?(event: "connect", listener: (client: Pick<PostgresClient, "on">) => void): unknown;
}
