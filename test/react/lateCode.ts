import type { Loader } from "../../src/react/internal/createLoader.js";
import { createStore } from "../../src/internal/createStore.js";

/** Loader whose code comes when a test says so. Unlike those of the parts, no setup fetches it. */
export interface LateCode<T> extends Loader<T> {
  /** Number of fetches. */
  fetches: number;
  /** Ends the fetch that is under way. */
  arrive(): Promise<void>;
  /** Breaks the fetch that is under way. */
  fail(): Promise<void>;
  /** Forgets the code, as a page that has just been opened. */
  forget(): void;
}

export function createLateCode<T>(importCode: () => Promise<T>): LateCode<T> {
  let store = createStore<T | undefined>(undefined);
  let under: Fetch<T> | undefined;
  const begin = (): Fetch<T> => {
    late.fetches += 1;
    let end: Pick<Fetch<T>, "resolve" | "reject"> | undefined;
    const promise = new Promise<T>((resolve, reject) => {
      end = { resolve, reject };
    });
    promise.catch(() => undefined);
    return { promise, resolve: (code) => end?.resolve(code), reject: (error) => end?.reject(error) };
  };
  const late: LateCode<T> = {
    fetches: 0,
    get: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    async load() {
      const code = store.get();
      if (code) return code;
      under ??= begin();
      return under.promise;
    },
    prefetch: () => late.load(),
    async arrive() {
      const [code, ending] = [await importCode(), under];
      under = undefined;
      store.set(code);
      ending?.resolve(code);
      await Promise.resolve();
    },
    async fail() {
      const ending = under;
      under = undefined;
      ending?.reject(new Error("Failed to fetch dynamically imported module"));
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    forget() {
      store = createStore<T | undefined>(undefined);
      under = undefined;
      late.fetches = 0;
    },
  };
  return late;
}

interface Fetch<T> {
  promise: Promise<T>;
  resolve(code: T): void;
  reject(error: Error): void;
}
