import type { RunStore } from "./RunStore.js";

/** Tells those who watch a run of its events, within this process. */
export function createRunListeners(): Pick<RunStore, "publish" | "subscribe"> {
  const listeners = new Map<string, Set<Parameters<RunStore["subscribe"]>[2]>>();

  return {
    async publish(scope, id, event) {
      for (const listener of [...(listeners.get(nameOf(scope, id)) ?? [])]) listener(event);
    },
    async subscribe(scope, id, listener) {
      const name = nameOf(scope, id);
      const set = listeners.get(name) ?? new Set();
      set.add(listener);
      listeners.set(name, set);
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(name) === set) listeners.delete(name);
      };
    },
  };
}

/** Joins a scope and an id, or a key, so that no other pair gives the same text. */
export function nameOf(scope: string, id: string): string {
  return JSON.stringify([scope, id]);
}
