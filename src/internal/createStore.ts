/** Value that can be subscribed to; fits React's `useSyncExternalStore`. */
export interface Store<T> {
  get(): T;
  /** Replaces the value and notifies the listeners; setting the same value (`Object.is`) notifies nobody. */
  set(value: T): void;
  /** Calls `listener` after each change. Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** Creates a {@link Store} that holds `initial`. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
