import type { StreamEvent } from "../../contract/index.js";
import type { RunRecord } from "../runs/RunStore.js";
import { placeOf } from "./placeOf.js";
import { endOf, fromMessage } from "./runMessages.js";

/** A connection that hears channels. */
export interface ChannelConnection {
  listen(channel: string): Promise<void>;
  unlisten(channel: string): Promise<void>;
  close(): void;
}

/** How a database is listened to. */
export interface ChannelEngine {
  /** `onLost` says that the connection broke, or that messages may have been missed. */
  open(onMessage: (channel: string, text: string) => void, onLost: () => void): Promise<ChannelConnection>;
  load(scope: string, id: string): Promise<RunRecord | null>;
}

type Subscription = (text: string | null) => void;

const RETRY_MS = 500;

/** The channel of one generation. */
export async function channelOf(scope: string, id: string): Promise<string> {
  return `imagenode_${(await placeOf("channel", scope, id)).slice(0, 40)}`;
}

/** Listens on a channel per generation over one connection, which is held only while somebody listens. */
export function createRunChannels({ open, load }: ChannelEngine) {
  const rooms = new Map<string, Set<Subscription>>();
  const heard = new Set<string>();
  let connection: ChannelConnection | null = null;
  let turn = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (channel: string, text: string | null) => {
    for (const subscription of [...(rooms.get(channel) ?? [])]) subscription(text);
  };

  /** Brings the connection to what is wanted; one at a time. */
  const settle = (): Promise<void> => (turn = turn.catch(() => undefined).then(adjust));

  const adjust = async () => {
    if (rooms.size === 0) {
      connection?.close();
      connection = null;
      heard.clear();
      return;
    }
    connection ??= await connect();
    const current = connection;
    for (const channel of rooms.keys()) {
      if (heard.has(channel)) continue;
      await current.listen(channel);
      if (connection === current) heard.add(channel);
    }
    for (const channel of [...heard]) {
      if (rooms.has(channel)) continue;
      heard.delete(channel);
      await current.unlisten(channel);
    }
  };

  const connect = async (): Promise<ChannelConnection> => {
    let opened: ChannelConnection | null = null;
    let lost = false;
    opened = await open(tell, () => {
      lost = true;
      if (connection === null || connection !== opened) return;
      connection = null;
      heard.clear();
      recoverLater();
    });
    if (lost) throw new Error("The connection that hears of generations broke while it was opened.");
    return opened;
  };

  const recoverLater = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // What was said meanwhile is lost: whoever listens is told of an end that it may have missed.
      settle().then(() => [...rooms.keys()].forEach((channel) => tell(channel, null)), recoverLater);
    }, RETRY_MS);
  };

  return {
    async subscribe(scope: string, id: string, listener: (event: StreamEvent) => void): Promise<() => void> {
      const channel = await channelOf(scope, id);
      let open = true;
      let order = Promise.resolve();
      const subscription: Subscription = (text) => {
        order = order.then(async () => {
          const read = () => load(scope, id);
          const run = text === null ? await read() : null;
          const event = text === null ? run && endOf(run) : await fromMessage(text, read);
          if (open && event) listener(event);
        });
        // A run that cannot be read now is read again by whoever waits for its end.
        order = order.catch(() => undefined);
      };
      const room = rooms.get(channel) ?? new Set();
      room.add(subscription);
      rooms.set(channel, room);
      const stop = () => {
        if (!open) return;
        open = false;
        room.delete(subscription);
        if (room.size > 0 || rooms.get(channel) !== room) return;
        rooms.delete(channel);
        settle().catch(() => undefined);
      };
      try {
        await settle();
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
  };
}
