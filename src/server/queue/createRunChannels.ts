import type { StreamEvent } from "../../contract/index.js";
import type { RunRecord, RunStore } from "../runs/RunStore.js";
import type { ChannelEngine } from "./ChannelEngine.js";
import { createListener } from "./createListener.js";
import { createRooms } from "./createRooms.js";
import type { Subscription } from "./createRooms.js";
import { placeOf } from "./placeOf.js";
import { endOf, fromMessage } from "./runMessages.js";

/** Names the channel of one generation. */
export async function channelOf(scope: string, id: string): Promise<string> {
  return `imagenode_${(await placeOf("channel", scope, id)).slice(0, 40)}`;
}

/** Subscribes to runs on a channel for each, over one connection. */
export function createRunChannels({ open, load }: ChannelEngine): Pick<RunStore, "subscribe"> {
  const rooms = createRooms();
  const settle = createListener(open, rooms);

  return {
    async subscribe(scope, id, listener) {
      const channel = await channelOf(scope, id);
      let isOpen = true;
      const hear = createSubscription(
        () => load(scope, id),
        (event) => {
          if (isOpen) listener(event);
        },
      );
      const leave = rooms.enter(channel, hear);
      const stop = () => {
        if (!isOpen) return;
        isOpen = false;
        if (leave()) settle().catch(() => undefined);
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

/** Makes events of messages, one after the other; some are read from the run. */
function createSubscription(
  load: () => Promise<RunRecord | null>,
  tell: (event: StreamEvent) => void,
): Subscription {
  let order = Promise.resolve();
  return (text) => {
    order = order.then(async () => {
      const run = text === null ? await load() : null;
      const event = text === null ? run && endOf(run) : await fromMessage(text, load);
      if (event) tell(event);
    });
    // A run that cannot be read now is read again by whoever waits for its end.
    order = order.catch(() => undefined);
  };
}
