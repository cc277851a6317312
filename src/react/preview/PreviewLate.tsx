"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { faultWords, joinSentences, resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Offers to look for the image of a run that took too long, and tells above a late image that it is one. Renders a
 * `<div>` element; `data-state` is "idle", "busy", "none" or "found".
 */
export const PreviewLate = createElementPart("Preview.Late", "div", () => {
  const { late, state } = usePreviewContext("Preview.Late");
  const t = useMessagesWith(resultWords, faultWords);
  const { look, status } = late;
  if (!look) return null;
  return {
    "data-state": status,
    children: (
      <>
        <span data-imagenode-part="preview-late-text">
          {status === "found" && state.error?.charged
            ? joinSentences(t("late.found"), t("charge.yes"))
            : t(`late.${status}`)}
        </span>
        <Space />
        {status !== "found" && (
          <button
            type="button"
            data-imagenode-part="preview-look"
            aria-disabled={status === "busy" || undefined}
            onClick={status === "busy" ? undefined : () => void look()}
          >
            {t("late.look")}
          </button>
        )}
      </>
    ),
  };
});

/** Attributes of the search. */
export interface PreviewLateState {
  /** @selector [data-state] */
  state: "idle" | "busy" | "none" | "found";
}
