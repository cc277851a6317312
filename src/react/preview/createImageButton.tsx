"use client";
import { useCallback } from "react";
import { ImageNodeError } from "../../contract/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import type { PreviewContextValue, PreviewTrouble } from "./PreviewContext.js";
import { useFeedback } from "./useFeedback.js";

/** Action of a button on the image. */
export interface ImageAction {
  run: () => Promise<void>;
  /** Text or link by which a person can still do it when it fails. */
  wayOut?: Omit<PreviewTrouble, "words"> | undefined;
}

/**
 * Creates a button that acts on the image and announces the outcome in the live region. A failure also stands in
 * `Preview.Feedback`, with a way out.
 *
 * @param key key of its words: `preview.<key>`, `preview.<key>.done` and `preview.<key>.failed`
 * @param getAction returns the action, or `null` where there is nothing to act on
 * @param doneKey key of the words that the button shows with a tick for two seconds after it has worked; none where
 *   the outcome is seen anyway
 */
export function createImageButton(
  displayName: string,
  key: string,
  getAction: (preview: PreviewContextValue) => ImageAction | null,
  doneKey?: "feedback.copied" | "feedback.saved",
) {
  return createActionButton(displayName, () => {
    const preview = usePreviewContext(displayName);
    const t = useMessagesWith(resultWords);
    const { announce, setTrouble } = preview;
    const action = getAction(preview);
    const wayOut = action?.wayOut;
    const [feedback, run] = useFeedback(
      useCallback(
        (how: string, error?: unknown) => {
          if (!t.has(`preview.${key}.${how}`)) return;
          const words = t(`preview.${key}.${how}`);
          announce(words);
          // A link that answers something else than an image is no way out.
          const isBad = ImageNodeError.isInstance(error) && error.kind === "bad_image";
          setTrouble(how === "failed" ? { words, ...(isBad ? {} : wayOut) } : undefined);
        },
        [announce, setTrouble, t, wayOut],
      ),
    );
    return {
      action: action && (() => run(action.run)),
      label: t(`preview.${key}`),
      state: feedback,
      doneWords: doneKey && t(doneKey),
      hidden: preview.generation === undefined || action === null,
    };
  });
}
