"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Tells that a button failed, and offers another way: a link to the image, or the text to copy by hand. The live region
 * says it too. Renders a `<div>` element while there is something to say.
 */
export const PreviewFeedback = createElementPart("Preview.Feedback", "div", () => {
  const { trouble, setTrouble } = usePreviewContext("Preview.Feedback");
  const t = useMessagesWith(resultWords);
  if (!trouble) return null;
  return {
    children: (
      <>
        <span data-imagenode-part="preview-feedback-text">{trouble.words}</span>
        <Space />
        {trouble.text !== undefined && (
          <input
            readOnly
            form=""
            data-imagenode-part="preview-feedback-copy"
            aria-label={t("feedback.byHand")}
            value={trouble.text}
            dir="auto"
            onFocus={(event) => event.target.select()}
          />
        )}
        {trouble.href !== undefined && (
          <a data-imagenode-part="preview-feedback-link" href={trouble.href} target="_blank" rel="noreferrer">
            {t("feedback.open")}
          </a>
        )}
        <Space />
        <button
          type="button"
          data-imagenode-part="preview-feedback-dismiss"
          onClick={() => setTrouble(undefined)}
        >
          {t("feedback.dismiss")}
        </button>
      </>
    ),
  };
});
