/** A value that changes, in the shape that `useSyncExternalStore` reads. */
export interface Store<T> {
  getSnapshot(): T;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Replaces the value and calls the listeners at once. */
  set(next: T): void;
  /** Replaces the value at once and calls the listeners together, after the store's pace. */
  setSoon(next: T): void;
}

/**
 * Creates a store.
 *
 * @param paceMs Milliseconds that `setSoon` waits for further changes. 0 by default.
 */
export function createStore<T>(initial: T, paceMs = 0): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const notify = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const listener of [...listeners]) listener();
  };

  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      value = next;
      notify();
    },
    setSoon(next) {
      value = next;
      timer ??= setTimeout(notify, paceMs);
    },
  };
}
