"use client";
import { useMemo } from "react";
import {
  CatalogSelectBase,
  CatalogSelectContent,
  CatalogSelectNotice,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
  withSaved,
} from "../catalog-select/index.js";
import { ChevronIcon } from "../internal/ChevronIcon.js";
import type { SettingControlAttributes } from "./SettingControlState.js";
import { listChoices } from "./listChoices.js";
import { useSettingContext } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Choices of a setting in a list. A saved value that the model does not take stays in it, marked. */
export function SettingSelect(attributes: SettingControlAttributes) {
  const { setting, value, disabled, setValue } = useSettingContext("ModelSettings.Control");
  const words = useSettingWords();
  const options = useMemo(() => {
    const built = listChoices(setting, words).map((choice) => ({
      value: toKey(choice.value),
      label: choice.label,
      ...(choice.value !== undefined &&
        choice.value === setting.default && { note: words.t("modelSettings.usualNote") }),
    }));
    const note = words.t("modelSettings.notOffered");
    const all = withSaved(built, toKey(value), { note, reason: words.t("modelSettings.refused") });
    const label = words.value({ name: setting.name }, value);
    return all.map((option) => (option.retired ? { ...option, label } : option));
  }, [setting, words, value]);
  return (
    <CatalogSelectBase
      kind="setting"
      value={toKey(value ?? setting.default)}
      defaultValue={null}
      onValueChange={(key) => setValue(key?.slice(1), { commit: true })}
      options={options}
      status="ready"
      disabled={disabled}
    >
      <CatalogSelectTrigger {...attributes}>
        <CatalogSelectValue />
        <ChevronIcon />
      </CatalogSelectTrigger>
      <CatalogSelectPortal>
        <CatalogSelectContent />
      </CatalogSelectPortal>
      <CatalogSelectNotice />
    </CatalogSelectBase>
  );
}

/** Makes the key of a value: texts and what only reads like them differ, and none is empty, which Radix reserves. */
function toKey(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? `=${value}` : `~${JSON.stringify(value)}`;
}
