"use client";
import { dataFlag } from "../internal/dataFlag.js";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useModelSettingsContext } from "./ModelSettingsContext.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Says in one line what differs from the model's defaults, such as "Quality High · Seed 42". Renders a `<span>` element, or
 * nothing where the model has no settings.
 */
export const ModelSettingsSummary = createElementPart<ModelSettingsSummaryProps>(
  "ModelSettings.Summary",
  "span",
  ({ of }) => {
    const { settings, values, faults } = useModelSettingsContext("ModelSettings.Summary");
    const words = useSettingWords();
    const meant = settings.filter(({ advanced }) => of === undefined || advanced === true);
    const changed = meant.filter(
      ({ name, default: usual }) => values[name] !== undefined && values[name] !== usual,
    );
    if (meant.length === 0 || (changed.length === 0 && of === "advanced")) return null;
    const pairs = changed.map((setting) =>
      words.t("modelSettings.pair", {
        setting: words.label(setting),
        value: shorten(words.value(setting, values[setting.name])),
      }),
    );
    return {
      "data-state": changed.length > 0 ? "changed" : "usual",
      "data-invalid": dataFlag(meant.some(({ name }) => faults.includes(name))),
      children: pairs.join(words.t("modelSettings.separator")) || words.t("modelSettings.usual"),
    };
  },
  false,
  ["of"],
);

/** Most letters of one value; a text that says what to leave out may be long. */
const MOST = 40;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line.slice(0, 2 * MOST)];
  return letters.length > MOST
    ? `${letters
        .slice(0, MOST - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

/** Attributes of the summary. */
export interface ModelSettingsSummaryState {
  /** @selector [data-state] */
  state: "changed" | "usual";
  /** @selector [data-invalid] The model does not take one of the values. */
  invalid: boolean;
}

/** Props of {@link ModelSettingsSummary}. */
export interface ModelSettingsSummaryProps extends ElementPartProps {
  /** Which settings it speaks of: by default all; of advanced ones alone it renders nothing where they are as usual. */
  of?: "advanced" | undefined;
}
