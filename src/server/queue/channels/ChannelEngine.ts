import type { RunRecord } from "../../runs/RunStore.js";

/** A connection that hears one channel. */
export interface ChannelConnection {
  close(): void;
}

/** A database that is listened to. */
export interface ChannelEngine {
  /** Listens to a channel. `onLost` says that the connection broke. */
  open(channel: string, onMessage: (text: string) => void, onLost: () => void): Promise<ChannelConnection>;
  load(scope: string, id: string): Promise<RunRecord | null>;
  /** Notes a listener with a run. */
  note(id: string, listener: string): Promise<unknown>;
}
