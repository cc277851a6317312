"use client";
import { useCallback } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useFocusKeeper } from "../internal/useFocusKeeper.js";
import { useLatest } from "../internal/useLatest.js";
import { galleryWords, resultWords, useMessagesWith } from "../messages/index.js";
import { GROUP_SIZE, GalleryGroup } from "./gallery/GalleryGroup.js";
import { GalleryHead } from "./gallery/GalleryHead.js";
import type { UseBatchResult } from "./useBatch.js";

/**
 * Shows a batch: its progress, its cost, and each item as its image, its failure or its place. Works outside of
 * `Preview.Root`. Renders a `<div>` element; `data-status` is the batch's.
 *
 * @example
 * const batch = useBatch();
 *
 * <button onClick={() => void batch.start(requests)}>Run all</button>
 * <Preview.Gallery batch={batch} onItemSelect={setSelected} />
 */
export const PreviewGallery = createElementPart<PreviewGalleryProps>(
  "Preview.Gallery",
  "div",
  (props) => {
    const { batch, onItemSelect } = props;
    const { items, status } = batch.state;
    const t = useMessagesWith(resultWords, galleryWords);
    const latest = useLatest(props);
    const keep = useFocusKeeper();
    // Buttons of the head and of the items go away with what they began.
    const keepAround = useCallback((list: HTMLElement | null) => keep(list && list.parentElement), [keep]);
    const retry = useCallback((index: number) => void latest.current.batch.retry(index), [latest]);
    const select = useCallback((index: number) => latest.current.onItemSelect?.(index), [latest]);
    return {
      "data-status": status,
      children: (
        <>
          <GalleryHead batch={batch} />
          {items.length > 0 && (
            <ul data-imagenode-part="preview-gallery-items" aria-label={t("gallery.label")} ref={keepAround}>
              {Array.from({ length: Math.ceil(items.length / GROUP_SIZE) }, (_, group) => (
                <GalleryGroup
                  key={group}
                  items={items}
                  from={group * GROUP_SIZE}
                  onRetry={retry}
                  onSelect={onItemSelect && select}
                />
              ))}
            </ul>
          )}
        </>
      ),
    };
  },
  false,
  ["batch", "onItemSelect"],
);

/** Props of {@link PreviewGallery}. */
export interface PreviewGalleryProps extends ElementPartProps {
  /** Batch to show, from `useBatch`. */
  batch: UseBatchResult;
  /** Called with the place of the chosen image. By default the images are no buttons. */
  onItemSelect?: ((index: number) => void) | undefined;
}

/** Attributes of the batch. */
export interface PreviewGalleryState {
  /** @selector [data-status] State of the batch. */
  status: "idle" | "running" | "done";
}
