"use client";
import { findImageModel, readModelSettings } from "../../contract/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { useSettingWords } from "../model-settings/index.js";
import { useCatalog, useFormBridge, useFormValue } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useConfigWriter } from "./useConfigWriter.js";

/**
 * Writes the seed of the shown image into the form, so that the next run makes the same image of the same prompt. Renders a
 * `<button>` element, or nothing where no seed is known, the form has it already, or its model takes none.
 */
export const PreviewKeepSeed = createActionButton("Preview.KeepSeed", () => {
  const { generation, announce } = usePreviewContext("Preview.KeepSeed");
  const { catalog } = useCatalog();
  const writer = useConfigWriter("Preview.KeepSeed");
  const { t } = useSettingWords();
  const seed = generation?.settings?.seed;
  const keep = () => {
    const config = writer?.read();
    if (!config) return;
    writer?.write({ ...config, settings: { ...config.settings, seed } });
    announce(t("modelSettings.seedKept"));
  };
  const values = useFormBridge()?.values;
  const known = useFormValue(values, (config) => toScalar(config.settings?.seed));
  const imageModel = useFormValue(values, (config) => config.imageModel) ?? writer?.read()?.imageModel;
  const settings = readModelSettings(catalog && findImageModel({ imageModel }, catalog));
  const takesSeed = settings.some(
    ({ name, type }) => name === "seed" && (type === "integer" || type === "number"),
  );
  return {
    action: keep,
    label: t("modelSettings.keepSeed"),
    hidden: typeof seed !== "number" || seed === known || !takesSeed || !writer,
  };
});

function toScalar(value: unknown): string | number | undefined {
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}
