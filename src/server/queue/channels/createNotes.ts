import type { StreamEvent } from "../../../contract/index.js";
import type { RunInterest } from "../../runs/RunStore.js";

/** Most runs whose notes are remembered: those of runs that nobody asks for any more go first. */
const MAX_RUNS = 10_000;

/** Listeners as they are noted with runs: a letter for what they want to hear, and the channel of their process. */
export interface Notes {
  /** Says that a listener of this process wants to be noted; answers its entry, or `null` where it stands there. */
  want(id: string, interest: RunInterest): string | null;
  /** The entry that is to be noted with the next change of a run; `null` where there is none. */
  pending(id: string): string | null;
  /** Says that an entry stands with the run. */
  stands(id: string, entry: string | null): void;
  forget(id: string): void;
  /** Remembers who listens to a run, as its row said. */
  remember(id: string, listeners: readonly string[]): void;
  /** Those who listen to a run, as far as is remembered. */
  recall(id: string): readonly string[] | null;
  /** Channels of other processes that want to hear an event. */
  othersOf(listeners: readonly string[], event: StreamEvent): string[];
}

/** Creates notes of a process that listens on a channel. */
export function createNotes(channel: string): Notes {
  const wanted = new Map<string, string>();
  const standing = new Map<string, Set<string>>();
  const remembered = new Map<string, readonly string[]>();
  const entryOf = (interest: RunInterest) => `${interest === "end" ? "e" : "a"}${channel}`;

  return {
    want(id, interest) {
      const entry = entryOf(interest);
      const entries = standing.get(id);
      if (entries?.has(entry) || entries?.has(entryOf("events"))) return null;
      put(wanted, id, entry);
      return entry;
    },
    pending: (id) => wanted.get(id) ?? null,
    stands(id, entry) {
      if (entry === null) return;
      if (wanted.get(id) === entry) wanted.delete(id);
      put(standing, id, new Set(standing.get(id)).add(entry));
    },
    forget(id) {
      wanted.delete(id);
      standing.delete(id);
      remembered.delete(id);
    },
    remember: (id, listeners) => put(remembered, id, listeners),
    recall: (id) => remembered.get(id) ?? null,
    othersOf(listeners, { event }) {
      const isEnd = event === "result" || event === "error";
      const heard = listeners.filter((entry) => isEnd || entry.startsWith("a"));
      const channels = new Set(heard.map((entry) => entry.slice(1)));
      channels.delete(channel);
      return [...channels];
    },
  };
}

function put<Value>(map: Map<string, Value>, id: string, value: Value): void {
  map.delete(id);
  map.set(id, value);
  if (map.size <= MAX_RUNS) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
