"use client";
import { useState } from "react";
import type { ClipboardEvent, DragEvent } from "react";

/** Takes files that are dropped on an element or pasted into it. Leaves everything else to the page. */
export function useFileDrop(isWanted: boolean, onFiles: (files: readonly Blob[]) => void) {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (data: DataTransfer | null) => isWanted && data?.types.includes("Files") === true;
  return {
    isOver: isOver && isWanted,
    onDragOver(event: DragEvent) {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      const inner = event.relatedTarget as Node | null;
      if (!event.currentTarget.contains(inner)) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      if (!holdsFiles(event.dataTransfer)) return;
      // The page would show the file in place of itself.
      event.preventDefault();
      event.stopPropagation();
      onFiles([...event.dataTransfer.files]);
    },
    onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!isWanted || files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles(files);
    },
  };
}
