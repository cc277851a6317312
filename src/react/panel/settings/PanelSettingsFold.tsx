"use client";
import { Space } from "../../internal/Space.js";
import {
  ModelSettings,
  useFaultFold,
  useModelSettings,
  useSettingWords,
} from "../../model-settings/index.js";

/**
 * Settings of the chosen model, folded to one line that says what differs from the defaults, until the model does not take
 * one of the values.
 */
export function PanelSettingsFold() {
  return (
    <ModelSettings.Root>
      <Fold />
    </ModelSettings.Root>
  );
}

function Fold() {
  const { t } = useSettingWords();
  const fold = useFaultFold(useModelSettings().faults.length > 0);
  return (
    <details data-imagenode-part="panel-settings" {...fold}>
      <summary data-imagenode-part="panel-settings-toggle">
        <span data-imagenode-part="words">{t("modelSettings.title")}</span>
        <Space />
        <ModelSettings.Summary />
      </summary>
      <ModelSettings.Fields />
      <ModelSettings.Unused />
    </details>
  );
}
