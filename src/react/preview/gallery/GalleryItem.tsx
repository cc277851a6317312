"use client";
import { memo } from "react";
import { Space } from "../../internal/Space.js";
import { errorKey, faultWords, galleryWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { useImageNodeClient } from "../../provider/index.js";
import type { BatchItem } from "./Batch.js";
import { shortenText } from "../shortenText.js";
import { useImageLink } from "../link/useImageLink.js";

/** Item of a batch. Its box has the final ratio from the first moment. Renders again only when it has changed. */
export const GalleryItem = memo(function GalleryItem({ item, onRetry, onSelect }: GalleryItemProps) {
  const t = useMessagesWith(resultWords, faultWords, galleryWords);
  const { index, status, generation, error, request } = item;
  const name = t("gallery.item", { number: index + 1 });
  return (
    <li
      data-imagenode-part="preview-gallery-item"
      data-status={status}
      data-ratio={request.config.aspectRatio}
      aria-label={name}
      // Takes the focus of a button that goes away.
      tabIndex={-1}
    >
      {generation ? (
        <GalleryImage item={item} onSelect={onSelect} />
      ) : (
        <span data-imagenode-part="preview-gallery-place">
          <span data-imagenode-part="preview-gallery-words">
            {t(error && status === "failed" ? `${errorKey(t, error)}.title` : `gallery.${status}`)}
          </span>
          <Space />
          {(status === "failed" || status === "aborted" || status === "undone") && (
            <button
              type="button"
              data-imagenode-part="preview-gallery-retry"
              aria-label={t("gallery.retry", { number: index + 1 })}
              onClick={() => onRetry(index)}
            >
              {t("preview.retry")}
            </button>
          )}
        </span>
      )}
    </li>
  );
});

function GalleryImage({ item, onSelect }: Pick<GalleryItemProps, "item" | "onSelect">) {
  const t = useMessagesWith(resultWords, faultWords, galleryWords);
  const { generation, index } = item;
  const link = useImageLink(generation, useImageNodeClient());
  if (!generation) return null;
  const words = link.status === "refreshing" ? t("link.refreshing") : t(`link.${link.status}.title`);
  const image =
    link.src === undefined ? (
      <span data-imagenode-part="preview-gallery-place">
        <span data-imagenode-part="preview-gallery-words">{words}</span>
      </span>
    ) : (
      <img
        data-imagenode-part="preview-gallery-picture"
        src={link.src}
        alt={shortenText(generation.output.prompt, 180)}
        width={generation.image.width}
        height={generation.image.height}
        loading="lazy"
        referrerPolicy="no-referrer"
        onError={link.onError}
      />
    );
  if (!onSelect) return image;
  return (
    <button type="button" data-imagenode-part="preview-gallery-open" onClick={() => onSelect(index)}>
      {image}
    </button>
  );
}

interface GalleryItemProps extends GalleryItemEvents {
  item: BatchItem;
}

/** Handlers of the items, the same functions for as long as the gallery stands. */
export interface GalleryItemEvents {
  /** Called with the place of an item to run again. */
  onRetry: (index: number) => void;
  /** Called with the place of the chosen image; without it the images are no buttons. */
  onSelect: ((index: number) => void) | undefined;
}

/** Attributes of one item of a batch. */
export interface GalleryItemState {
  /** @selector [data-status] */
  status: "waiting" | "running" | "succeeded" | "failed" | "aborted" | "undone";
  /** @selector [data-ratio] */
  ratio: "square" | "landscape" | "portrait";
}
