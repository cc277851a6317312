"use client";
import { useState } from "react";
import { findSettingFault } from "../../../contract/index.js";
import { endInReact } from "../../internal/endInReact.js";
import { Space } from "../../internal/Space.js";
import { ModelSettings, useModelSettings, useSettingWords } from "../../model-settings/index.js";

/** Settings of the chosen model, folded to one line that says what differs from the defaults. */
export function PanelSettingsFold() {
  return (
    <ModelSettings.Root>
      <Fold />
    </ModelSettings.Root>
  );
}

function Fold() {
  const { t } = useSettingWords();
  const { settings, values } = useModelSettings("ImageNodePanel");
  const isFaulty = settings.some(
    (setting) => values[setting.name] !== undefined && findSettingFault(setting, values[setting.name]),
  );
  const [open, setOpen] = useState(isFaulty);
  return (
    <details
      data-imagenode-part="panel-settings"
      open={open}
      onToggle={(event) => {
        endInReact(event);
        setOpen(event.currentTarget.open);
      }}
    >
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
