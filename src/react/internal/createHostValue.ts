import { createHostMemory, type HostMemory } from "./createHostMemory.js";

/** Milliseconds without a change after which a value counts as committed. */
const PAUSE_MS = 500;
/** Milliseconds after a change, or after a stale answer, until the host should hold what the user sees. */
const SETTLE_MS = 1000;

/** Options of {@link createHostValue}. */
export interface HostValueOptions<V extends object> {
  /** Reads the value as it is now: what the user sees. */
  read(): V;
  /** Writes what the host changed by itself. The other keys keep what the user sees. */
  write(outside: Partial<V>): void;
  /** Hands a value to the host. */
  onChange(value: V): void;
  /** Called with the value when editing pauses, if it is not the last committed one. Without it no timer runs. */
  onCommit?: ((value: V) => void) | undefined;
  /** Called when the host answers a value with another one, or holds another one a second after the last change. */
  onDisagree?: ((own: V, host: V) => void) | undefined;
  /** Compares two values of one key. Defaults to `Object.is`. */
  isSame?: ((left: unknown, right: unknown) => boolean) | undefined;
}

/** Owner of what the host has seen of a value. */
export interface HostValue<V extends object> {
  /** Hands the value to the host after the user changed `keys`. `commit` commits it at once. */
  changed(keys: readonly (keyof V)[], options?: { commit?: boolean | undefined }): void;
  /** Commits what changed since the last commit. */
  commit(): void;
  /** Takes the value that the host holds. Echoes are recognised, however late; what was never handed out is written. */
  receive(value: V): void;
  /** Takes the value as it is now for committed, with nothing on its way to the host. */
  restart(): void;
  /** Commits what is open and stops the timers. */
  stop(): void;
}

/**
 * Creates the owner of what a host has seen of a value, key by key.
 *
 * Every value handed out is remembered until the host has answered it, or a newer one. A host may answer late, throttled
 * or out of order: the echo of an older value never overwrites what the user typed since. A value that was never handed
 * out is a change from outside, and wins. A host whose last answer is an older value is handed the newest one again.
 */
export function createHostValue<V extends object>(options: HostValueOptions<V>): HostValue<V> {
  const isSame = options.isSame ?? Object.is;
  const memories = new Map<keyof V, HostMemory>();
  const changedKeys = new Set<keyof V>();
  let committed: Partial<V> = {};
  let host: V | undefined;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;

  function memoryOf(key: keyof V): HostMemory {
    const memory = memories.get(key) ?? createHostMemory(isSame);
    memories.set(key, memory);
    return memory;
  }

  function commit(): void {
    clearTimeout(commitTimer);
    const value = options.read();
    const isNew = [...changedKeys].some((key) => !(key in committed) || !isSame(committed[key], value[key]));
    changedKeys.clear();
    committed = value;
    if (isNew) options.onCommit?.(value);
  }

  function settle(): void {
    if (!host) return;
    const [own, theirs] = [options.read(), host];
    const apart = [...memories].filter(([key]) => !isSame(own[key], theirs[key]));
    if (apart.some(([, memory]) => memory.wentBack())) {
      for (const [key, memory] of apart) memory.handOut(own[key]);
      options.onChange(own);
    } else if (apart.some(([, memory]) => memory.isWaiting())) options.onDisagree?.(own, theirs);
  }

  function settleLater(): void {
    clearTimeout(settleTimer);
    if (host) settleTimer = setTimeout(settle, SETTLE_MS);
  }

  /** Finds what the host changed by itself, by key. */
  function judge(value: V, before: V | undefined, own: V): Partial<V> {
    const outside: Partial<V> = {};
    for (const key of Object.keys(value) as (keyof V)[]) {
      if (before && isSame(value[key], before[key])) continue;
      const answer = memoryOf(key).answer(value[key]);
      if (answer === "stale") settleLater();
      if (answer === "outside" && !isSame(own[key], value[key])) outside[key] = value[key];
    }
    return outside;
  }

  return {
    changed(keys, { commit: atOnce = false } = {}) {
      const value = options.read();
      for (const key of keys) {
        changedKeys.add(key);
        if (host) memoryOf(key).handOut(value[key]);
      }
      options.onChange(value);
      clearTimeout(commitTimer);
      if (atOnce) commit();
      else if (options.onCommit) commitTimer = setTimeout(commit, PAUSE_MS);
      settleLater();
    },
    commit,
    receive(value) {
      const [before, own] = [host, options.read()];
      host = value;
      const outside = judge(value, before, own);
      const keys = Object.keys(outside) as (keyof V)[];
      if (keys.length === 0) return;
      if (keys.some((key) => memoryOf(key).isWaiting())) options.onDisagree?.(own, value);
      for (const key of keys) {
        // The host may have answered an edit with a form of its own: that edit is still to be committed.
        if (!memoryOf(key).isWaiting()) {
          changedKeys.delete(key);
          committed[key] = value[key];
        }
        memoryOf(key).forget();
      }
      options.write(outside);
    },
    restart() {
      for (const memory of memories.values()) memory.forget();
      changedKeys.clear();
      committed = options.read();
    },
    stop() {
      commit();
      clearTimeout(settleTimer);
    },
  };
}
