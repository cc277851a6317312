"use client";
import { forwardRef, memo } from "react";
import { settingTools, useConfigFormValue } from "../config-form/index.js";
import { useCatalog } from "../provider/index.js";
import type { PanelPartProps } from "./createPanelPart.js";
import { useSettingParts } from "./useSettingParts.js";

/**
 * Settings of the chosen model, folded to one line that says what differs from the defaults. Their code is loaded when
 * a model has some. Renders a `<details>` element in the `<div>` of `ModelSettings.Root`, or nothing without settings.
 */
export const PanelSettings = memo(
  forwardRef<HTMLElement, PanelPartProps>(function PanelSettings(props, ref) {
    const parts = useSettingParts(
      settingTools.isWanted(useConfigFormValue("settings"), useCatalog().catalog),
    );
    return parts && <parts.PanelSettingsFold {...props} ref={ref} />;
  }),
);
