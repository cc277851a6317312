"use client";
import type { DragEvent } from "react";
import { useStore } from "../internal/useStore.js";
import { useDragged } from "./DraggedContext.js";

/** Type of what is dragged, by which nothing else takes it for text. */
const TYPE = "application/x-imagenode-reference";

/** Makes an item of the list draggable, and a place to drop another one at. */
export function useItemDrag(index: number, isWanted: boolean, onMove: (from: number, to: number) => void) {
  const store = useDragged();
  const dragged = useStore(store);
  const isTarget = dragged !== null && dragged.to === index && dragged.from !== index;
  return {
    /** Side on which the dragged item would land. */
    side: isTarget ? (dragged.from < index ? ("after" as const) : ("before" as const)) : undefined,
    isDragged: dragged?.from === index,
    draggable: isWanted || undefined,
    handlers: {
      onDragStart(event: DragEvent) {
        if (!isWanted) return;
        event.dataTransfer.setData(TYPE, String(index));
        event.dataTransfer.effectAllowed = "move";
        store.set({ from: index, to: index });
      },
      onDragOver(event: DragEvent) {
        const from = store.get()?.from;
        if (from === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = "move";
        if (store.get()?.to !== index) store.set({ from, to: index });
      },
      onDrop(event: DragEvent) {
        const from = store.get()?.from;
        if (from === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        store.set(null);
        onMove(from, index);
      },
      onDragEnd: () => store.set(null),
    },
  };
}
