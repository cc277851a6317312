"use client";
import { referenceTools } from "../../config-form/index.js";
import { Space } from "../../internal/Space.js";
import { resultWords, useMessagesWith } from "../../messages/index.js";
import { Preview } from "../../preview/index.js";
import { useCatalog } from "../../provider/index.js";
import { CopyIcon, OpenIcon, PinIcon } from "../resultIcons.js";
import { useReferenceParts } from "../useReferenceParts.js";

/** Rarer actions on the image, with their icons. */
export function MoreActions() {
  const t = useMessagesWith(resultWords);
  const references = useReferenceParts(referenceTools.isWanted(undefined, useCatalog().catalog));
  return (
    <>
      <Preview.CopyImage>
        <CopyIcon />
        <span data-imagenode-part="words">{t("preview.copyImage")}</span>
      </Preview.CopyImage>
      <Space />
      <Preview.Open>
        <OpenIcon />
        <span data-imagenode-part="words">{t("preview.open")}</span>
      </Preview.Open>
      <Space />
      {references && <references.PanelUseAsReference />}
      <Space />
      <Preview.Pin>
        {({ content }) => (
          <>
            <PinIcon />
            <span data-imagenode-part="words">{content}</span>
          </>
        )}
      </Preview.Pin>
      <Space />
      <Preview.MoreLikeThis />
    </>
  );
}
