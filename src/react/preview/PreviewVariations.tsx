"use client";
import { useState } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { PreviewImage } from "./PreviewImage.js";
import { showsVariations } from "./variations/showsVariations.js";

const useList = createLazy(() => import("./variations/VariationList.js"));

/**
 * Grid of several images that were asked for at once: each with its progress, its image to choose, or its failure with
 * what helps. A click, Enter or a digit chooses; arrow keys move; a double click opens it large. Children stand over the
 * chosen image, which is shown alone where the code of the grid can't be fetched. Renders a `<div>` element, or nothing
 * while a single image is shown.
 *
 * @example
 * <Preview.Variations>
 *   <Preview.CopyImage />
 * </Preview.Variations>
 */
export const PreviewVariations = createElementPart(
  "Preview.Variations",
  "div",
  (props) => {
    const preview = usePreviewContext("Preview.Variations");
    const t = useMessagesWith(resultWords);
    const { state, ratio } = preview;
    const isShown = showsVariations(preview);
    const [hasFailed, setFailed] = useState(false);
    const list = useList(isShown, () => {
      setFailed(true);
      preview.announce(t("variations.failedToLoad"));
    });
    if (!isShown) return null;
    const count = state.variations?.length ?? 0;
    return {
      role: "group",
      "aria-label": t("variations.label", { count }),
      "data-status": state.status,
      "data-ratio": ratio,
      "data-count": String(count),
      children: list ? (
        <list.VariationList>{typeof props.children !== "function" && props.children}</list.VariationList>
      ) : (
        hasFailed && (
          <>
            <PreviewImage />
            <span data-imagenode-part="preview-variations-text">{t("variations.failedToLoad")}</span>
          </>
        )
      ),
    };
  },
  true,
);

/** Attributes of the grid. */
export interface PreviewVariationsState {
  /** @selector [data-status] State of all together: "succeeded" with one image. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
  /** @selector [data-ratio] Shape of each image. */
  ratio: "square" | "landscape" | "portrait";
  /** @selector [data-count] Number of images. */
  count: string;
}
