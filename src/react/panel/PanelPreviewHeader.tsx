"use client";
import { Space } from "../internal/Space.js";
import { Preview } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";

/** Header of the preview: the state of the run, and how long the image's link lasts. Renders a `<div>` element. */
export const PanelPreviewHeader = createPanelPart("Panel.PreviewHeader", "div", () => ({
  "data-imagenode-part": "panel-head",
  children: (
    <>
      <Preview.Status />
      <Space />
      <Preview.Expiry />
    </>
  ),
}));
