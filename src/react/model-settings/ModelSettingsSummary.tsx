"use client";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useModelSettings } from "./ModelSettingsContext.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Says in one line what differs from the model's defaults, such as "Quality High · Seed 42". Renders a `<span>` element.
 */
export const ModelSettingsSummary = createElementPart<ModelSettingsSummaryProps>(
  "ModelSettings.Summary",
  "span",
  ({ of }) => {
    const { settings, values } = useModelSettings("ModelSettings.Summary");
    const words = useSettingWords();
    const changed = settings.filter((setting) => {
      const { name, default: usual, advanced } = setting;
      const isMeant = of === undefined || advanced === true;
      return isMeant && values[name] !== undefined && values[name] !== usual;
    });
    if (changed.length === 0 && of === "advanced") return null;
    const pairs = changed.map((setting) =>
      words.t("modelSettings.pair", {
        setting: words.label(setting),
        value: words.value(setting, values[setting.name]),
      }),
    );
    return {
      "data-state": changed.length > 0 ? "changed" : "usual",
      children: pairs.join(words.t("modelSettings.separator")) || words.t("modelSettings.usual"),
    };
  },
  false,
  ["of"],
);

/** Attributes of the summary. */
export interface ModelSettingsSummaryState {
  /** @selector [data-state] */
  state: "changed" | "usual";
}

/** Props of {@link ModelSettingsSummary}. */
export interface ModelSettingsSummaryProps extends ElementPartProps {
  /** Which settings it speaks of: by default all; of advanced ones alone it renders nothing where they are as usual. */
  of?: "advanced" | undefined;
}
