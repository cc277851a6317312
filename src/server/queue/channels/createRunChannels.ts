import type { StreamEvent } from "../../../contract/index.js";
import { createId } from "../../createId.js";
import type { RunRecord, RunStore, SubscribeOptions } from "../../runs/RunStore.js";
import type { ChannelEngine } from "./ChannelEngine.js";
import { createListener } from "./createListener.js";
import { createNotes } from "./createNotes.js";
import type { Notes } from "./createNotes.js";
import { createRooms } from "./createRooms.js";
import type { Subscription } from "./createRooms.js";
import { placeOf } from "../store/placeOf.js";
import { endOf, fromMessage, toMessage } from "./runMessages.js";

/** Longest wait for the connection that listens. Without it, a run is read again and again. */
const OPEN_MS = 2_000;

/** Events for a process that listens elsewhere. */
export interface Notice {
  /** Channel of the process. */
  readonly channel: string;
  readonly text: string;
}

/** Channel of this process, on which it hears of the runs that it listens to. */
export interface RunChannels extends Pick<RunStore, "subscribe"> {
  readonly notes: Notes;
  /**
   * Tells those in this process, and says whom to tell what elsewhere.
   *
   * @param listeners reads those that are noted with the run
   */
  tell(
    scope: string,
    id: string,
    events: readonly StreamEvent[],
    listeners: () => Promise<readonly string[]>,
  ): Promise<readonly Notice[]>;
}

/** Names the room of one generation: what others may read of it in a message. */
async function roomOf(scope: string, id: string): Promise<string> {
  return (await placeOf("channel", scope, id)).slice(0, 40);
}

/** Subscribes to runs over one connection, and one channel, of this process. */
export function createRunChannels({ open, load, note }: ChannelEngine): RunChannels {
  const channel = `imagenode_${createId("l")}`;
  const rooms = createRooms();
  const notes = createNotes(channel);
  const hear = (text: string) => {
    for (const line of text.split("\n")) {
      const end = line.indexOf(" ");
      if (end > 0) rooms.tell(line.slice(0, end), line.slice(end + 1));
    }
  };
  const listener = createListener({
    connect: (onLost) => open(channel, hear, onLost),
    isNeeded: () => !rooms.isEmpty(),
    onMissed: () => [...rooms.channels()].forEach((room) => rooms.tell(room, null)),
  });

  return {
    notes,
    async subscribe(scope, id, tell, { interest = "events", changesNext = false }: SubscribeOptions = {}) {
      const room = await roomOf(scope, id);
      let isOpen = true;
      const subscription = createSubscription(
        () => load(scope, id),
        (event) => {
          if (isOpen) tell(event);
        },
      );
      const leave = rooms.enter(room, subscription);
      const stop = () => {
        if (!isOpen) return;
        isOpen = false;
        if (!leave()) return;
        notes.forget(id);
        listener.rest();
      };
      try {
        await waitAtMost(
          OPEN_MS,
          listener.open().catch(() => undefined),
        );
        const entry = notes.want(id, interest);
        if (entry !== null && !changesNext) {
          await note(id, entry);
          notes.stands(id, entry);
        }
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
    async tell(scope, id, events, listeners) {
      const room = await roomOf(scope, id);
      const lines = new Map<string, string[]>();
      let known: readonly string[] | null = null;
      for (const event of events) {
        const message = toMessage(event);
        if (message === null) continue;
        rooms.tell(room, event);
        known ??= await listeners();
        for (const channel of notes.othersOf(known, event)) {
          lines.set(channel, [...(lines.get(channel) ?? []), `${room} ${message}`]);
        }
      }
      return [...lines].map(([channel, texts]) => ({ channel, text: texts.join("\n") }));
    },
  };
}

async function waitAtMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

/** Makes events of messages, one after the other; some are read from the run. */
function createSubscription(
  load: () => Promise<RunRecord | null>,
  tell: (event: StreamEvent) => void,
): Subscription {
  let order = Promise.resolve();
  const read = async (message: string | StreamEvent | null): Promise<StreamEvent | null> => {
    if (typeof message === "string") return fromMessage(message, load);
    if (message !== null) return message;
    const run = await load();
    return run && endOf(run);
  };
  return (message) => {
    order = order.then(async () => {
      const event = await read(message);
      if (event) tell(event);
    });
    // A run that cannot be read now is read again by whoever waits for its end.
    order = order.catch(() => undefined);
  };
}
