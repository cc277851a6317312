/** Part of a client of `ioredis` that the run store uses. */
export interface RedisClient {
  /** Reads a key. */
  get(key: string): Promise<string | null>;
  /** Runs a Lua script. */
  eval(script: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
  /** Sends a message to a channel. */
  publish(channel: string, message: string): Promise<number>;
  /** Opens a second connection, for listening. */
  duplicate(): RedisSubscriber;
  /** Listens to the connection's errors. */
  on?(event: "error", listener: (error: Error) => void): unknown;
}

/** Part of a client of `ioredis` that only listens. */
export interface RedisSubscriber {
  /** Begins to listen to a channel. */
  subscribe(channel: string): Promise<unknown>;
  /** Closes the connection. */
  disconnect(): void;
  /** Listens to messages. */
  on(event: "message", listener: (channel: string, message: string) => void): unknown;
  /** Listens to the connection's errors. */
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Listens to the connection's end. */
  on(event: "close", listener: () => void): unknown;
}
