import type { RunRecord } from "../runs/RunStore.js";

/** A connection that hears channels. */
export interface ChannelConnection {
  listen(channel: string): Promise<void>;
  unlisten(channel: string): Promise<void>;
  close(): void;
}

/** A database that is listened to. */
export interface ChannelEngine {
  /** `onLost` says that the connection broke, or that messages may have been missed. */
  open(onMessage: (channel: string, text: string) => void, onLost: () => void): Promise<ChannelConnection>;
  load(scope: string, id: string): Promise<RunRecord | null>;
}
