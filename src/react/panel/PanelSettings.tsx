"use client";
import { hasSettings, useConfigFormValue } from "../config-form/index.js";
import { createLazy } from "../internal/createLazy.js";
import { usePreview } from "../preview/index.js";
import { useCatalog } from "../provider/index.js";

const useParts = createLazy(() => import("./settings/index.js"));

/** Settings of the chosen model, whose code is loaded when a model has some. */
export function PanelSettings() {
  const parts = useParts(hasSettings(useConfigFormValue("settings"), useCatalog().catalog));
  return parts && <parts.PanelSettingsFold />;
}

/** Settings that the image was made with; loaded when a back end tells some. */
export function PanelUsedSettings() {
  const parts = useParts(!!usePreview().generation?.settings);
  return parts && <parts.PanelUsedSettingsList />;
}
