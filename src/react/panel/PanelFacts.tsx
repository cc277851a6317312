"use client";
import { Space } from "../internal/Space.js";
import { useMessages } from "../messages/index.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { BracesIcon, PinIcon } from "./icons.js";
import { PanelUsedSettings } from "./PanelUsedSettings.js";

/**
 * Facts about the image, its settings, and buttons that copy its reference, pin it and make another. Renders a `<div>` element,
 * or nothing without an image.
 */
export const PanelFacts = createPanelPart("Panel.Facts", "div", () => {
  const t = useMessages();
  return usePreviewContext("Panel.Facts").generation
    ? {
        "data-imagenode-part": "panel-facts",
        children: (
          <>
            <Preview.Metadata />
            <PanelUsedSettings />
            <Preview.Actions>
              <Preview.CopyReference>
                <BracesIcon />
                <span data-imagenode-part="words">{t("preview.copyReference")}</span>
              </Preview.CopyReference>
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
              <Preview.Regenerate />
              <Space />
              <Preview.MoreLikeThis />
            </Preview.Actions>
          </>
        ),
      }
    : null;
});
