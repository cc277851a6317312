"use client";
import { Space } from "../internal/Space.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { BracesIcon } from "./icons.js";
import { PanelMoreActions } from "./PanelMoreActions.js";
import { CompareIcon, DownloadIcon } from "./resultIcons.js";

/**
 * Row of what can be done with the image: save it, use it in a later node, make another, compare, and more behind a button.
 * Renders the `<div>` of `Preview.Actions`, or nothing without an image.
 */
export const PanelActions = createPanelPart("Panel.Actions", Preview.Actions, () => {
  const t = useMessagesWith(resultWords);
  if (!usePreviewContext("Panel.Actions").generation) return null;
  return {
    children: (
      <>
        <Preview.Download>
          <DownloadIcon />
          <span data-imagenode-part="words">{t("preview.download")}</span>
        </Preview.Download>
        <Space />
        <Preview.CopyReference>
          <BracesIcon />
          <span data-imagenode-part="words">{t("preview.copyReference")}</span>
        </Preview.CopyReference>
        <Space />
        <Preview.Regenerate />
        <Space />
        <Preview.CompareTrigger>
          <CompareIcon />
          <span data-imagenode-part="words">{t("compare.open")}</span>
        </Preview.CompareTrigger>
        <Space />
        <PanelMoreActions />
      </>
    ),
  };
});
