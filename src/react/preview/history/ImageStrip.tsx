"use client";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { historyWords, resultWords, useMessagesWith } from "../../messages/index.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import { ImageThumb } from "./ImageThumb.js";
import { moveInStrip } from "./moveInStrip.js";
import { shortenText } from "../shortenText.js";

/**
 * Row of images to choose one of, numbered in the order in which they were made. One stop of the Tab key: the chosen one, or
 * the one that had the focus last; arrow keys, Home and End go along the row.
 */
export function ImageStrip({ entries, total = entries.length, selectedId, onSelect }: ImageStripProps) {
  const t = useMessagesWith(resultWords, historyWords);
  const [focusedId, setFocusedId] = useState<string>();
  const has = (id: string | undefined) => entries.some(({ generation }) => generation.id === id);
  const stop = [focusedId, selectedId].find(has) ?? entries[0]?.generation.id;
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (moveInStrip(event.currentTarget, event.key)) event.preventDefault();
  };
  return entries.map(({ generation }, index) => (
    <button
      key={generation.id}
      type="button"
      data-imagenode-part="preview-thumb"
      data-ratio={generation.output.aspectRatio}
      tabIndex={generation.id === stop ? 0 : -1}
      aria-pressed={generation.id === selectedId}
      aria-label={t("history.item", {
        number: total - index,
        prompt: shortenText(generation.output.prompt, 80),
      })}
      onClick={() => onSelect(generation.id)}
      onFocus={() => setFocusedId(generation.id)}
      onBlur={() => setFocusedId(undefined)}
      onKeyDown={move}
    >
      <ImageThumb generation={generation} />
    </button>
  ));
}

interface ImageStripProps {
  entries: readonly HistoryEntry[];
  /** Number of all images, of which these are the newest. By default as many as there are. */
  total?: number | undefined;
  selectedId: string | undefined;
  onSelect: (id: string) => void;
}

/** Attributes of one image of the row. */
export interface ImageStripState {
  /** @selector [data-ratio] */
  ratio: "square" | "landscape" | "portrait";
}
