"use client";
import { Space } from "../../internal/Space.js";
import { PreviewKeepSeed, PreviewSettings } from "../../preview/index.js";

/** Settings that the image was made with, and the button that keeps its seed. */
export function PanelUsedSettingsList() {
  return (
    <div data-imagenode-part="panel-used-settings">
      <PreviewSettings />
      <Space />
      <PreviewKeepSeed />
    </div>
  );
}
