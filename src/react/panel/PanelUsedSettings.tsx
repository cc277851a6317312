"use client";
import { usePreviewContext } from "../preview/index.js";
import { useSettingParts } from "./useSettingParts.js";

/** Settings that the image was made with; loaded when a back end tells some. */
export function PanelUsedSettings() {
  const parts = useSettingParts(!!usePreviewContext("Panel.Facts").generation?.settings);
  return parts && <parts.PanelUsedSettingsList />;
}
