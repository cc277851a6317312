"use client";
import { useMessages } from "../../messages/index.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import { ImageThumb } from "./ImageThumb.js";
import { shortenText } from "../shortenText.js";

/** Row of images to choose one of, numbered in the order in which they were made. */
export function ImageStrip({ entries, selectedId, onSelect }: ImageStripProps) {
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
      <ImageThumb generation={generation} />
    </button>
  ));
}

interface ImageStripProps {
  entries: readonly HistoryEntry[];
  selectedId: string | undefined;
  onSelect: (id: string) => void;
}

/** Attributes of one image of the row. */
export interface ImageStripState {
  /** @selector [data-ratio] */
  ratio: "square" | "landscape" | "portrait";
}
