"use client";
import { createContext, useContext, useState } from "react";
import type { ReactNode } from "react";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";

/** Item that is being dragged, and the place at which it would be dropped. */
export interface Dragged {
  /** Place that it comes from. */
  from: number;
  /** Place that it would get. */
  to: number;
}

const DraggedContext = createContext<Store<Dragged | null>>(createStore(null));

/** Holds the dragged item of one list: lists don't take one another's. */
export function DraggedProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => createStore<Dragged | null>(null));
  return <DraggedContext.Provider value={store}>{children}</DraggedContext.Provider>;
}

/** Returns the store of the dragged item. */
export const useDragged = () => useContext(DraggedContext);
