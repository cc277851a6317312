"use client";
import { createLazy } from "../internal/createLazy.js";
import { useFold } from "../internal/useFold.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";

const useParts = createLazy(() => import("./references/index.js"));

/**
 * Variables that later nodes get, folded: most people only want the image, which has its own button. Renders a
 * `<details>` element, or nothing without an image or a slug.
 */
export const PanelReferences = createPanelPart("Panel.References", "details", () => {
  const t = useMessagesWith(resultWords);
  const { generation, nodeSlug } = usePreviewContext("Panel.References");
  const { fold } = useFold();
  const parts = useParts(fold.open);
  if (!generation || nodeSlug === undefined) return null;
  return {
    "data-imagenode-part": "panel-references",
    ...fold,
    children: (
      <>
        <summary data-imagenode-part="panel-references-toggle">{t("references.label")}</summary>
        {/* Not before: the prompt's text would stand in the page twice. */}
        {parts && <parts.PreviewReferences />}
      </>
    ),
  };
});
