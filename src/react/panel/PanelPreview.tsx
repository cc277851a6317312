"use client";
import { Preview } from "../preview/index.js";
import type { PreviewRootProps } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { PanelDialogs } from "./PanelDialogs.js";
import { PanelPreviewHeader } from "./PanelPreviewHeader.js";
import { PanelStage } from "./PanelStage.js";

/**
 * Preview half of the panel: header and stage. Children stand in place of these two; the dialogs and what a screen
 * reader hears stay. Works beside the form too, anywhere in the same scope. Renders the `<section>` of `Preview.Root`.
 *
 * @example
 * <Panel.Preview>
 *   <Panel.Frame />
 *   <Panel.Error />
 * </Panel.Preview>
 */
export const PanelPreview = createPanelPart<PreviewRootProps>(
  "Panel.Preview",
  Preview.Root,
  () => ({
    children: (
      <>
        <PanelPreviewHeader />
        <PanelStage />
      </>
    ),
  }),
  PanelDialogs,
);
