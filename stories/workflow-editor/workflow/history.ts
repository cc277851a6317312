/** A value with undo and redo. Immutable. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** Value before edits that have not come to rest: typing is one step, not one per letter. */
  resting: T | undefined;
}

const DEPTH = 100;

export function createHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], resting: undefined };
}

/** Shows an edit that has not come to rest. */
export function drift<T>(history: History<T>, next: T): History<T> {
  if (next === history.present) return history;
  return { ...history, present: next, resting: history.resting ?? history.present };
}

/** Makes what is shown one step. Unchanged where nothing was edited. */
export function settle<T>(history: History<T>): History<T> {
  if (history.resting === undefined) return history;
  const past = [...history.past, history.resting].slice(-DEPTH);
  return { past, present: history.present, future: [], resting: undefined };
}

/** An edit that is one step by itself. */
export function step<T>(history: History<T>, next: T): History<T> {
  const rested = settle(history);
  return next === rested.present ? rested : settle(drift(rested, next));
}

export function undo<T>(history: History<T>): History<T> {
  const rested = settle(history);
  const before = rested.past.at(-1);
  if (before === undefined) return rested;
  const future = [rested.present, ...rested.future];
  return { past: rested.past.slice(0, -1), present: before, future, resting: undefined };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined || history.resting !== undefined) return history;
  return { past: [...history.past, history.present], present: next, future, resting: undefined };
}
