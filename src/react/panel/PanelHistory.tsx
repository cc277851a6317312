"use client";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";

/**
 * Earlier images of the node, with a button that takes over the settings of one. Renders a `<div>` element, or nothing with
 * fewer than two images.
 */
export const PanelHistory = createPanelPart("Panel.History", "div", () =>
  usePreviewContext("Panel.History").history.length < 2
    ? null
    : {
        "data-imagenode-part": "panel-history",
        children: (
          <>
            <Preview.History />
            <Preview.Actions>
              <Preview.Restore />
            </Preview.Actions>
          </>
        ),
      },
);
