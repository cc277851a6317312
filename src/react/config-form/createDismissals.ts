/** Which hints the user has sent away, for as long as the form is mounted. */
export interface Dismissals {
  /** A new list after each dismissal. */
  get: () => readonly string[];
  dismiss: (key: string) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createDismissals(): Dismissals {
  const listeners = new Set<() => void>();
  let dismissed: readonly string[] = [];
  return {
    get: () => dismissed,
    dismiss(key) {
      dismissed = [...dismissed, key];
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
