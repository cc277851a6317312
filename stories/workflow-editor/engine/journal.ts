import type { ItemRun, RunState } from "./types.js";

/** localStorage-like. May throw: a full storage never stops a run. */
export interface JournalStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Remembers one run, so that a reload shows it, or goes on with it. */
export interface Journal {
  read(): RunState | null;
  /** Writes all but the items. */
  write(run: RunState): void;
  /** Writes one item by itself: a loop of hundreds must not write all of them for each. */
  writeItem(run: RunState, nodeId: string, item: ItemRun): void;
  clear(): void;
}

const KEPT_LOG = 300;

/** Makes the journal of one editor. */
export function createJournal(storage: JournalStorage | undefined, name = "workflow-run"): Journal {
  const itemKey = (nodeId: string, index: number) => `${name}:${nodeId}:${index}`;

  function attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch {
      return undefined;
    }
  }

  function readItems(run: RunState): RunState {
    const nodes = Object.entries(run.nodes).map(([id, node]) => {
      if (!node.items) return [id, node] as const;
      const items = node.items.map((item) => {
        const text = attempt(() => storage?.getItem(itemKey(id, item.index)));
        return text ? (JSON.parse(text) as ItemRun) : item;
      });
      return [id, { ...node, items }] as const;
    });
    return { ...run, nodes: Object.fromEntries(nodes) };
  }

  return {
    read() {
      return (
        attempt(() => {
          const text = storage?.getItem(name);
          const run = text ? (JSON.parse(text) as RunState) : null;
          return run && typeof run.id === "string" && run.nodes ? readItems(run) : null;
        }) ?? null
      );
    },
    write(run) {
      const nodes = Object.fromEntries(
        Object.entries(run.nodes).map(([id, node]) => [
          id,
          node.items
            ? { ...node, items: node.items.map(({ index }) => ({ index, status: "waiting" })) }
            : node,
        ]),
      );
      attempt(() => storage?.setItem(name, JSON.stringify({ ...run, nodes, log: run.log.slice(-KEPT_LOG) })));
    },
    writeItem(_run, nodeId, item) {
      attempt(() => storage?.setItem(itemKey(nodeId, item.index), JSON.stringify(item)));
    },
    clear() {
      const last = this.read();
      for (const [id, node] of Object.entries(last?.nodes ?? {})) {
        for (const { index } of node.items ?? []) attempt(() => storage?.removeItem(itemKey(id, index)));
      }
      attempt(() => storage?.removeItem(name));
    },
  };
}
