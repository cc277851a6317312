import { describe, expect, it, vi } from "vitest";
import { createStore } from "../../src/internal/createStore.js";

describe("createStore", () => {
  it("notifies after each change, and not when the value stays the same", () => {
    const store = createStore(1);
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.get()));
    for (const value of [1, 2, 2, NaN, NaN]) store.set(value);
    expect(seen).toEqual([2, NaN]);
  });

  it("stops calling a listener that has left, also one that leaves while it is called", () => {
    const store = createStore(0);
    const first = vi.fn(() => leave());
    const second = vi.fn();
    const leave = store.subscribe(first);
    store.subscribe(second);
    store.set(1);
    store.set(2);
    expect([first, second].map((listener) => listener.mock.calls.length)).toEqual([1, 2]);
  });
});
