import type { ChannelConnection, ChannelEngine } from "./ChannelEngine.js";
import type { Rooms } from "./createRooms.js";

const RETRY_MS = 500;

/**
 * Listens to the channels that have a room, over one connection that is held only while there is one. Returns the
 * function that brings the connection to what is wanted; a connection that breaks is opened again by itself.
 */
export function createListener(open: ChannelEngine["open"], rooms: Rooms): () => Promise<void> {
  const heard = new Set<string>();
  let connection: ChannelConnection | null = null;
  let turn = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = async (): Promise<ChannelConnection> => {
    let opened: ChannelConnection | null = null;
    let lost = false;
    opened = await open(rooms.tell, () => {
      lost = true;
      if (connection === null || connection !== opened) return;
      connection = null;
      heard.clear();
      recoverLater();
    });
    if (lost) throw new Error("The connection that hears of generations broke while it was opened.");
    return opened;
  };
  const adjust = async () => {
    if (rooms.isEmpty()) {
      connection?.close();
      connection = null;
      heard.clear();
      return;
    }
    connection ??= await connect();
    const current = connection;
    for (const channel of rooms.channels()) {
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
  /** One adjustment at a time. */
  const settle = (): Promise<void> => (turn = turn.catch(() => undefined).then(adjust));
  const recoverLater = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // What was said meanwhile is lost: whoever listens is told of an end that it may have missed.
      settle().then(
        () => [...rooms.channels()].forEach((channel) => rooms.tell(channel, null)),
        recoverLater,
      );
    }, RETRY_MS);
  };
  return settle;
}
