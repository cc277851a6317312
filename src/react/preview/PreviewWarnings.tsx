"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Lists what differs from the request. Renders a `<ul>` element, or nothing where nothing does. */
export const PreviewWarnings = createElementPart("Preview.Warnings", "ul", () => {
  const { generation } = usePreviewContext("Preview.Warnings");
  const t = useMessagesWith(resultWords);
  const warnings = generation?.warnings ?? [];
  if (warnings.length === 0) return null;
  return {
    "aria-label": t("warning.label"),
    children: warnings.map((warning, index) => (
      <li key={index} data-imagenode-part="preview-warning" data-code={warning.code}>
        {t.has(`warning.${warning.code}`)
          ? t(`warning.${warning.code}`, warning.params)
          : (warning.message ?? warning.code)}
      </li>
    )),
  };
});

/** Attributes of one warning. */
export interface PreviewWarningsState {
  /** @selector [data-code] Kind of the note, on each line. */
  code: string;
}
