"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Tells in the image's place why it can't be seen, and offers help. Renders a `<div>` element, or nothing while it can;
 * `data-state` is "refreshing", "broken", "expired", "deleted" or "unsafe".
 */
export const PreviewLinkNotice = createElementPart("Preview.LinkNotice", "div", () => {
  const { link, store, state, generationIs } = usePreviewContext("Preview.LinkNotice");
  const t = useMessagesWith(resultWords);
  if (link.status === "none" || link.status === "fresh") return null;
  const again =
    link.status === "deleted" &&
    generationIs === "current" &&
    state.status === "succeeded" &&
    state.isRepeatable !== false &&
    store;
  const renew = (link.status === "broken" || link.status === "expired") && link.refresh;
  return {
    "data-state": link.status,
    children: (
      <>
        {link.status === "refreshing" ? (
          <span data-imagenode-part="preview-link-text">{t("link.refreshing")}</span>
        ) : (
          <>
            <strong data-imagenode-part="preview-link-title">{t(`link.${link.status}.title`)}</strong>
            <Space />
            <span data-imagenode-part="preview-link-text">{t(`link.${link.status}.text`)}</span>
          </>
        )}
        <Space />
        {renew && (
          <button type="button" data-imagenode-part="preview-refresh" onClick={renew}>
            {t("link.refresh")}
          </button>
        )}
        {again && (
          <button type="button" data-imagenode-part="preview-refresh" onClick={() => void again.regenerate()}>
            {t("preview.regenerate")}
          </button>
        )}
      </>
    ),
  };
});

/** Attributes of the link. */
export interface PreviewLinkNoticeState {
  /** @selector [data-state] Reason why the image can't be seen. */
  state: "refreshing" | "broken" | "expired" | "deleted" | "unsafe";
}
