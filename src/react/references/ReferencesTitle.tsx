"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/** Names the reference images and says how many of how many there are. Renders a `<span>` element. */
export const ReferencesTitle = createElementPart("References.Title", "span", () => {
  const { references, max } = useReferencesContext("References.Title");
  const t = useReferenceMessages();
  return {
    children: (
      <>
        <span data-imagenode-part="words">{t("referenceImages.title")}</span>
        {max + references.length > 0 && (
          <>
            <Space />
            <span data-imagenode-part="references-count" dir="auto">
              {t("referenceImages.count", { used: references.length, max })}
            </span>
          </>
        )}
      </>
    ),
  };
});
