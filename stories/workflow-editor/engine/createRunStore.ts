import { createStore } from "../createStore.js";
import type { Store } from "../createStore.js";
import type { Journal } from "./createJournal.js";
import type { ItemRun, LogEntry, NodeRun, RunState } from "./types.js";

export const IDLE_RUN: RunState = { id: "", status: "idle", mode: "real", startedAt: 0, nodes: {}, log: [] };

/** Bundles changes: a loop's items would otherwise render one by one. */
const PACE_MS = 40;

/** Holds the run that is shown, as immutable snapshots, and writes every change to the journal. */
export interface RunStore extends Pick<Store<RunState>, "getSnapshot" | "subscribe"> {
  begin(run: RunState): void;
  /** Shows what the journal remembers now: another tab may have written it. */
  reread(): void;
  set(change: Partial<RunState>): void;
  setNode(nodeId: string, change: Partial<NodeRun>): void;
  setItem(nodeId: string, item: ItemRun): void;
  log(text: string, level?: LogEntry["level"], nodeId?: string): void;
  node(nodeId: string): NodeRun;
}

/** Creates the store of an editor's runs, with the run that the journal remembers. */
export function createRunStore(journal: Journal): RunStore {
  const { getSnapshot, subscribe, set, setSoon } = createStore(journal.read() ?? IDLE_RUN, PACE_MS);

  const node = (id: string): NodeRun => getSnapshot().nodes[id] ?? { status: "waiting" };
  const replaceNode = (id: string, next: NodeRun) => {
    const run = getSnapshot();
    setSoon({ ...run, nodes: { ...run.nodes, [id]: next } });
  };

  return {
    getSnapshot,
    subscribe,
    begin(run) {
      journal.clear();
      journal.write(run);
      set(run);
    },
    reread() {
      const run = journal.read();
      if (run) set(run);
    },
    set(change) {
      const run = { ...getSnapshot(), ...change };
      journal.write(run);
      set(run);
    },
    setNode(id, change) {
      replaceNode(id, { ...node(id), ...change });
      journal.write(getSnapshot());
    },
    setItem(id, item) {
      const items = [...(node(id).items ?? [])];
      items[item.index] = item;
      replaceNode(id, { ...node(id), items });
      if (item.status !== "waiting" && item.status !== "running") journal.writeItem(id, item);
    },
    log(text, level = "info", nodeId) {
      const run = getSnapshot();
      setSoon({ ...run, log: [...run.log, { at: Date.now(), level, text, ...(nodeId && { nodeId }) }] });
    },
    node,
  };
}
