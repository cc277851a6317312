"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/**
 * After a run that took too long: offers to look whether its image came later, and says so above one that did.
 * Renders a `<div>` element; `data-state` is "idle", "busy", "none" or "found".
 */
export const PreviewLate = createElementPart("Preview.Late", "div", () => {
  const { late } = usePreview("Preview.Late");
  const t = useMessages();
  const { look, status } = late;
  if (!look) return null;
  return {
    "data-state": status,
    children: (
      <>
        <span data-imagenode-part="preview-late-text">{t(`late.${status}`)}</span>
        {status !== "found" && (
          <button
            type="button"
            data-imagenode-part="preview-look"
            disabled={status === "busy"}
            onClick={() => void look()}
          >
            {t("late.look")}
          </button>
        )}
      </>
    ),
  };
});

/** Attributes that say whether the image came. */
export interface PreviewLateState {
  /** @selector [data-state] */
  state: "idle" | "busy" | "none" | "found";
}
