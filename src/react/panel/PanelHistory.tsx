"use client";
import { Space } from "../internal/Space.js";
import { useMessages } from "../messages/index.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { CompareIcon } from "./icons.js";

/**
 * Earlier images of the node, with buttons that compare two and restore one. Renders a `<div>` element, or nothing with
 * fewer than two images.
 */
export const PanelHistory = createPanelPart("Panel.History", "div", () => {
  const t = useMessages();
  return usePreviewContext("Panel.History").history.length < 2
    ? null
    : {
        "data-imagenode-part": "panel-history",
        children: (
          <>
            <Preview.History />
            <Preview.Actions>
              <Preview.CompareTrigger>
                <CompareIcon />
                <span data-imagenode-part="words">{t("compare.open")}</span>
              </Preview.CompareTrigger>
              <Space />
              <Preview.Restore />
            </Preview.Actions>
          </>
        ),
      };
});
