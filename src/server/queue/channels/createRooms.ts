import type { StreamEvent } from "../../../contract/index.js";

/** Hears a message of its channel, or an event of its own process; `null` says that messages may have been missed. */
export type Subscription = (message: string | StreamEvent | null) => void;

/** Those who listen, by channel. */
export interface Rooms {
  readonly isEmpty: () => boolean;
  readonly channels: () => Iterable<string>;
  /** Lets a subscription in; returns the function that lets it out, which says whether the channel is deserted by that. */
  readonly enter: (channel: string, subscription: Subscription) => () => boolean;
  readonly tell: (channel: string, message: string | StreamEvent | null) => void;
}

/** Keeps a room for each channel for as long as somebody is in it. */
export function createRooms(): Rooms {
  const rooms = new Map<string, Set<Subscription>>();
  return {
    isEmpty: () => rooms.size === 0,
    channels: () => rooms.keys(),
    enter(channel, subscription) {
      const room = rooms.get(channel) ?? new Set();
      room.add(subscription);
      rooms.set(channel, room);
      return () => {
        room.delete(subscription);
        if (room.size > 0 || rooms.get(channel) !== room) return false;
        return rooms.delete(channel);
      };
    },
    tell(channel, message) {
      for (const subscription of [...(rooms.get(channel) ?? [])]) subscription(message);
    },
  };
}
