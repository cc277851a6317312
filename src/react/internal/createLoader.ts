"use client";
import { useEffect, useSyncExternalStore } from "react";
import { createStore } from "../../internal/createStore.js";
import { afterPaint } from "./afterPaint.js";

/** Code that is fetched once for the page, and kept. */
export interface Loader<T> {
  /** Returns the code, once it is there. */
  get(): T | undefined;
  /** Fetches the code, or waits for a fetch that is under way. One that failed is tried again by the next call. */
  load(): Promise<T>;
  /** Fetches the code once the next frame is on the screen, for what a page may need. */
  prefetch(): Promise<T>;
  /** Calls `listener` when the code is there. Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/**
 * Creates the loader of code that a page needs after its first paint. Once it is there, everything that is mounted later
 * has it at once.
 *
 * @example
 * const runCode = createLoader(() => import("./run/index.js"));
 */
export function createLoader<T>(load: () => Promise<T>): Loader<T> {
  const { get, set, subscribe } = createStore<T | undefined>(undefined);
  let loading: Promise<T> | undefined;
  const begin = async () => {
    try {
      const value = await load();
      set(value);
      return value;
    } finally {
      loading = undefined;
    }
  };
  const loader: Loader<T> = {
    get,
    subscribe,
    load: async () => get() ?? (loading ??= begin()),
    async prefetch() {
      if (get() === undefined) await afterPaint();
      return loader.load();
    },
  };
  loaders.add(loader);
  return loader;
}

const loaders = new Set<Loader<unknown>>();

/**
 * Fetches all code that the imported parts would fetch after their first paint, or when somebody comes near them. For
 * tests that press a part right after rendering it, and for apps that fetch everything before they go offline. A page
 * does not need it.
 *
 * @throws whatever the fetch of a file threw; another call tries again
 *
 * @example
 * beforeAll(() => preloadParts());
 */
export async function preloadParts(): Promise<void> {
  const known = [...loaders];
  await Promise.all(known.map((loader) => loader.load()));
  // What has just come may have loaders of its own.
  if (loaders.size > known.length) await preloadParts();
}

/**
 * Reads the code of a loader; `undefined` until it is there, on a server, and while a server's page is hydrated. While it
 * is wanted and missing it is fetched, once the first frame is on the screen.
 */
export function useLoader<T>(loader: Loader<T>, wanted = true): T | undefined {
  const code = useSyncExternalStore(loader.subscribe, loader.get, nothing);
  const isMissing = wanted && code === undefined;
  useEffect(() => {
    // What fails is asked for again by whoever needs it.
    if (isMissing) loader.prefetch().catch(nothing);
  }, [isMissing, loader]);
  return code;
}

const nothing = () => undefined;
