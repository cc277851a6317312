"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/** Says in the picture's place why it can't be seen. Renders a `<div>` element, or nothing while it can. */
export const PreviewLinkNotice = createElementPart("Preview.LinkNotice", "div", () => {
  const { link } = usePreview("Preview.LinkNotice");
  const t = useMessages();
  if (link.status === "none" || link.status === "fresh") return null;
  return {
    "data-state": link.status,
    children: (
      <>
        {t(`link.${link.status}`)}
        {link.status === "broken" && link.refresh && (
          <button type="button" data-imagenode-part="preview-refresh" onClick={link.refresh}>
            {t("link.refresh")}
          </button>
        )}
      </>
    ),
  };
});
