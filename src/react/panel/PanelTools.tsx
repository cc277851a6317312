"use client";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { Preview } from "../preview/index.js";
import { referenceTools } from "../config-form/index.js";
import { useCatalog } from "../provider/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { CopyIcon, DownloadIcon, OpenIcon } from "./resultIcons.js";
import { useReferenceParts } from "./useReferenceParts.js";

/** Buttons over the image: copy, download and open, and use it as a reference where a model
 * takes pictures. Renders a `<div>` element. */
export const PanelTools = createPanelPart("Panel.Tools", "div", () => {
  const t = useMessagesWith(resultWords);
  const references = useReferenceParts(referenceTools.isWanted(undefined, useCatalog().catalog));
  // The title is the name: with a label of the same words it would be said twice.
  const named = (key: string) => ({ title: t(key) });
  return {
    "data-imagenode-part": "panel-tools",
    children: (
      <>
        <Preview.CopyImage {...named("preview.copyImage")}>
          <CopyIcon />
        </Preview.CopyImage>
        <Preview.Download {...named("preview.download")}>
          <DownloadIcon />
        </Preview.Download>
        <Preview.Open {...named("preview.open")}>
          <OpenIcon />
        </Preview.Open>
        {references && <references.PanelUseAsReference />}
      </>
    ),
  };
});
