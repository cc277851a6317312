"use client";
import { Space } from "../internal/Space.js";
import { Preview, usePreviewContext } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";

/**
 * Words about a run without an image, with the buttons that help. Children stand in place of the buttons. Renders the
 * `<div>` of `Preview.Error`, or nothing while the run is well.
 */
export const PanelError = createPanelPart("Panel.Error", Preview.Error, () => ({
  children: (
    <Preview.Actions>
      <Preview.Retry />
      <Space />
      <Preview.Rejoin />
      <Space />
      <PanelCancel />
      <Space />
      <Preview.MissingSources />
      <Space />
      <Preview.Fix />
    </Preview.Actions>
  ),
}));

/** While it runs, the form's button cancels; only after the wait there is none. */
function PanelCancel() {
  return usePreviewContext("Panel.Error").state.status === "waiting" ? <Preview.Cancel /> : null;
}
