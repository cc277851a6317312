import type { ItemRun, NodeRun, RunState } from "./types.js";

/** localStorage-like. May throw: a full storage never stops a run. */
export interface JournalStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Remembers one run, so that a reload shows it or continues it. */
export interface Journal {
  read(): RunState | null;
  /** Writes everything but the items. */
  write(run: RunState): void;
  /** Writes one item on its own: a loop of hundreds must not write all of them for each. */
  writeItem(nodeId: string, item: ItemRun): void;
  clear(): void;
}

const KEPT_LOG = 300;

/** Creates the journal of one editor. */
export function createJournal(storage: JournalStorage | undefined, name = "workflow-run"): Journal {
  const itemKey = (nodeId: string, index: number) => `${name}:${nodeId}:${index}`;
  const readItem = (nodeId: string, item: ItemRun): ItemRun => {
    const text = attempt(() => storage?.getItem(itemKey(nodeId, item.index)));
    return text ? (JSON.parse(text) as ItemRun) : item;
  };
  const read = (): RunState | null =>
    attempt(() => {
      const text = storage?.getItem(name);
      const run = text ? (JSON.parse(text) as RunState) : null;
      return run && typeof run.id === "string" && run.nodes ? mapItems(run, readItem) : null;
    }) ?? null;

  return {
    read,
    write(run) {
      const saved = mapItems(run, (_nodeId, { index }) => ({ index, status: "waiting" }));
      attempt(() => storage?.setItem(name, JSON.stringify({ ...saved, log: run.log.slice(-KEPT_LOG) })));
    },
    writeItem(nodeId, item) {
      attempt(() => storage?.setItem(itemKey(nodeId, item.index), JSON.stringify(item)));
    },
    clear() {
      for (const [id, node] of Object.entries(read()?.nodes ?? {})) {
        for (const { index } of node.items ?? []) attempt(() => storage?.removeItem(itemKey(id, index)));
      }
      attempt(() => storage?.removeItem(name));
    },
  };
}

function mapItems(run: RunState, change: (nodeId: string, item: ItemRun) => ItemRun): RunState {
  const nodes = Object.entries(run.nodes).map(([id, node]): [string, NodeRun] => [
    id,
    node.items ? { ...node, items: node.items.map((item) => change(id, item)) } : node,
  ]);
  return { ...run, nodes: Object.fromEntries(nodes) };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
