"use client";
import { useCallback } from "react";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";
import type { PreviewContextValue } from "./PreviewContext.js";
import { useFeedback } from "./useFeedback.js";

/**
 * Makes a button that does something with the picture, and says in the live region how it went.
 *
 * @param key its words: `preview.<key>`, `preview.<key>.done` and `preview.<key>.failed`
 * @param getAction `null` where there is nothing to act on
 */
export function createPictureButton(
  displayName: string,
  key: string,
  getAction: (preview: PreviewContextValue) => (() => Promise<void>) | null,
) {
  return createActionButton(displayName, () => {
    const preview = usePreview(displayName);
    const t = useMessages();
    const { announce } = preview;
    const [feedback, run] = useFeedback(
      useCallback(
        (how: string) => {
          if (t.has(`preview.${key}.${how}`)) announce(t(`preview.${key}.${how}`));
        },
        [announce, t],
      ),
    );
    const action = getAction(preview);
    return {
      action: action && (() => run(action)),
      label: t(`preview.${key}`),
      state: feedback,
      hidden: preview.picture === undefined,
    };
  });
}
