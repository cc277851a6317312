"use client";
import { forwardRef } from "react";
import { Space } from "../../internal/Space.js";
import {
  ModelSettings,
  useFaultFold,
  useModelSettings,
  useSettingWords,
} from "../../model-settings/index.js";
import { createPanelPart } from "../createPanelPart.js";
import type { PanelPartProps } from "../createPanelPart.js";

/**
 * Settings of the chosen model, folded to one line that says what differs from the defaults, until the model does not take
 * one of the values.
 */
export const PanelSettingsFold = forwardRef<HTMLElement, PanelPartProps>(
  function PanelSettingsFold(props, ref) {
    return (
      <ModelSettings.Root>
        <Fold {...props} ref={ref} />
      </ModelSettings.Root>
    );
  },
);

const Fold = createPanelPart("Panel.Settings", "details", () => {
  const { t } = useSettingWords();
  const fold = useFaultFold(useModelSettings().faults.length > 0);
  return {
    "data-imagenode-part": "panel-settings",
    ...fold,
    children: (
      <>
        <summary data-imagenode-part="panel-settings-toggle">
          <span data-imagenode-part="words">{t("modelSettings.title")}</span>
          <Space />
          <ModelSettings.Summary />
        </summary>
        <ModelSettings.Fields />
        <ModelSettings.Unused />
      </>
    ),
  };
});
