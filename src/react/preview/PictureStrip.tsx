"use client";
import { useMessages } from "../messages/index.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import { PictureThumb } from "./PictureThumb.js";
import { shortenText } from "./shortenText.js";

/** Pictures to choose one of. They are numbered in the order in which they were made. */
export function PictureStrip({ entries, selectedId, onSelect }: PictureStripProps) {
  const t = useMessages();
  return entries.map(({ generation }, index) => (
    <button
      key={generation.id}
      type="button"
      data-imagenode-part="preview-thumb"
      data-ratio={generation.output.aspectRatio}
      aria-pressed={generation.id === selectedId}
      aria-label={t("history.item", {
        number: entries.length - index,
        prompt: shortenText(generation.output.prompt, 80),
      })}
      onClick={() => onSelect(generation.id)}
    >
      <PictureThumb generation={generation} />
    </button>
  ));
}

interface PictureStripProps {
  entries: readonly HistoryEntry[];
  selectedId: string | undefined;
  onSelect: (id: string) => void;
}

/** Attributes of one picture to choose. */
export interface PictureStripState {
  /** @selector [data-ratio] */
  ratio: "square" | "landscape" | "portrait";
}
