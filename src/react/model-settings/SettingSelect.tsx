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
import { choicesOf, nameChoice } from "./hasRadios.js";
import { useSetting } from "./SettingContext.js";
import { useSettingWords } from "./useSettingWords.js";

/** Choices of a setting in a list. A saved value that the model does not take stays in it, marked. */
export function SettingSelect() {
  const { setting, value, disabled, setValue } = useSetting("ModelSettings.Control");
  const words = useSettingWords();
  const saved = value === undefined ? null : String(value);
  const usual = typeof setting.default === "string" ? setting.default : null;
  const options = useMemo(() => {
    const built = choicesOf(setting).map((choice) => ({
      value: choice,
      label: nameChoice(setting, choice, words),
      ...(choice !== null && choice === setting.default && { note: words.t("modelSettings.usualNote") }),
    }));
    const note = words.t("modelSettings.notOffered");
    return withSaved(built, saved, { note, reason: words.t("modelSettings.refused") });
  }, [setting, words, saved]);
  return (
    <CatalogSelectBase
      kind="setting"
      value={saved ?? usual}
      defaultValue={null}
      onValueChange={(next) => setValue(next ?? undefined, { commit: true })}
      options={options}
      status="ready"
      disabled={disabled}
    >
      <CatalogSelectTrigger>
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
