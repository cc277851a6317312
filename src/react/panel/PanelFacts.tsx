"use client";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelActions } from "./PanelActions.js";

/** Actions on the image, and the facts about it in a line. Renders a `<div>` element, or nothing without an image. */
export const PanelFacts = createPanelPart("Panel.Facts", "div", () =>
  usePreviewContext("Panel.Facts").generation
    ? {
        "data-imagenode-part": "panel-facts",
        children: (
          <>
            <PanelActions />
            <Preview.Metadata />
          </>
        ),
      }
    : null,
);
