"use client";
import { useSyncExternalStore } from "react";
import type { Store } from "../../internal/createStore.js";

/** Reads a store and renders again after each change. A server reads what the store holds at first. */
export function useStore<T>(store: Pick<Store<T>, "get" | "subscribe">): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
