"use client";
import { memo } from "react";
import { PreviewProvider, usePreviewValue } from "../../preview/index.js";
import { PanelDialogs } from "../PanelDialogs.js";
import { PanelPreviewHeader } from "../PanelPreviewHeader.js";
import { PanelStage } from "../PanelStage.js";

/** Content of `Panel.Preview`, without its element: header, stage, dialogs, and what a screen reader hears. */
export const PanelPreviewContent = memo(function PanelPreviewContent() {
  return (
    <PreviewProvider value={usePreviewValue({})}>
      <PanelDialogs>
        <PanelPreviewHeader />
        <PanelStage />
      </PanelDialogs>
    </PreviewProvider>
  );
});
