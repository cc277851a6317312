"use client";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { GalleryItem } from "./gallery/GalleryItem.js";
import { totalCost } from "./totalCost.js";
import type { UseBatchResult } from "./useBatch.js";

/**
 * A batch: how far it is, what it cost, and each item as its image, its failure or its place. Works outside of
 * `Preview.Root`. Renders a `<div>` element; `data-status` is the batch's.
 */
export const PreviewGallery = createElementPart<PreviewGalleryProps>(
  "Preview.Gallery",
  "div",
  (props) => {
    const { batch, onItemSelect } = props;
    const t = useMessages();
    const { catalog } = useCatalog();
    const { state, retry, stop, cancel } = batch;
    const { items, succeeded, failed, status } = state;
    const cost = totalCost(state.usage);
    const done = succeeded + failed;
    return {
      "data-status": status,
      children: (
        <>
          <div data-imagenode-part="preview-gallery-head">
            <span data-imagenode-part="preview-gallery-count" dir="auto">
              <span role="status">
                {status === "done" && t("gallery.done", { count: succeeded })}
                {status === "done" && failed > 0 && ` ${t("gallery.failed", { count: failed })}`}
              </span>
              {status === "running" && t("gallery.progress", { done, total: items.length })}
              {status === "idle" && t("gallery.empty")}
            </span>
            {cost && (
              <span data-imagenode-part="preview-gallery-cost" dir="auto">
                {t(state.usageIsPartial ? "gallery.atLeast" : "meta.cost", cost)}
              </span>
            )}
            {status === "running" && (
              <span data-imagenode-part="preview-gallery-tools">
                {catalog?.features.runs && (
                  <button
                    type="button"
                    data-imagenode-part="preview-gallery-cancel"
                    onClick={() => void cancel()}
                  >
                    {t("preview.cancel")}
                  </button>
                )}
                <button type="button" data-imagenode-part="preview-gallery-stop" onClick={stop}>
                  {t("preview.stopWaiting")}
                </button>
              </span>
            )}
            {status === "running" && (
              <progress
                data-imagenode-part="preview-gallery-progress"
                aria-label={t("gallery.label")}
                max={items.length}
                value={done}
              />
            )}
          </div>
          {items.length > 0 && (
            <ul data-imagenode-part="preview-gallery-items" aria-label={t("gallery.label")}>
              {items.map((item) => (
                <GalleryItem
                  key={item.index}
                  item={item}
                  onRetry={() => void retry(item.index)}
                  onSelect={onItemSelect}
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
  /** What `useBatch` answered. */
  batch: UseBatchResult;
  /** Called with the place of the image that was chosen. Without it the images are no buttons. */
  onItemSelect?: ((index: number) => void) | undefined;
}

/** Attributes that say how the batch is. */
export interface PreviewGalleryState {
  /** @selector [data-status] */
  status: "idle" | "running" | "done";
}
