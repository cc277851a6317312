import type { Journal } from "./journal.js";
import type { ItemRun, LogEntry, NodeRun, RunState } from "./types.js";

export const IDLE_RUN: RunState = { id: "", status: "idle", startedAt: 0, nodes: {}, log: [] };

/** Listeners hear of changes at most this often, in milliseconds: a loop's items would else render one by one. */
const PACE_MS = 40;

/** Holds the run that is shown: immutable snapshots, changes told in bundles, everything written to the journal. */
export interface RunStore {
  getSnapshot(): RunState;
  subscribe(listener: () => void): () => void;
  begin(run: RunState): void;
  set(change: Partial<RunState>): void;
  setNode(nodeId: string, change: Partial<NodeRun>): void;
  setItem(nodeId: string, item: ItemRun): void;
  log(text: string, level?: LogEntry["level"], nodeId?: string): void;
  node(nodeId: string): NodeRun;
}

export function createRunStore(journal: Journal): RunStore {
  const listeners = new Set<() => void>();
  let run = journal.read() ?? IDLE_RUN;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const listener of [...listeners]) listener();
  };
  const changed = () => {
    timer ??= setTimeout(flush, PACE_MS);
  };
  const node = (id: string): NodeRun => run.nodes[id] ?? { status: "waiting" };
  const replaceNode = (id: string, next: NodeRun) => {
    run = { ...run, nodes: { ...run.nodes, [id]: next } };
  };

  return {
    getSnapshot: () => run,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(next) {
      journal.clear();
      run = next;
      journal.write(run);
      flush();
    },
    set(change) {
      run = { ...run, ...change };
      journal.write(run);
      flush();
    },
    setNode(id, change) {
      replaceNode(id, { ...node(id), ...change });
      journal.write(run);
      changed();
    },
    setItem(id, item) {
      const items = [...(node(id).items ?? [])];
      items[item.index] = item;
      replaceNode(id, { ...node(id), items });
      if (item.status !== "waiting" && item.status !== "running") journal.writeItem(run, id, item);
      changed();
    },
    log(text, level = "info", nodeId) {
      run = { ...run, log: [...run.log, { at: Date.now(), level, text, ...(nodeId && { nodeId }) }] };
      changed();
    },
    node,
  };
}
