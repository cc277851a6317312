"use client";
import { useEffect, useMemo } from "react";
import { findImageModel, readModelSettings } from "../../contract/index.js";
import { keepSettings, settingTools, useConfigFormContext, useFieldValue } from "../config-form/index.js";
import * as tools from "../config-form/settings/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useCatalog } from "../provider/index.js";
import { ModelSettingsProvider } from "./ModelSettingsContext.js";

const NONE: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Holds the settings of the chosen image model for the parts inside it. Renders a `<div>` element, or nothing where the
 * model has none and the configuration keeps none.
 *
 * @example
 * <ModelSettings.Root>
 *   <ModelSettings.Summary />
 *   <ModelSettings.Fields />
 *   <ModelSettings.Unused />
 * </ModelSettings.Root>
 */
export const ModelSettingsRoot = createElementPart(
  "ModelSettings.Root",
  "div",
  (props) => {
    const form = useConfigFormContext("ModelSettings.Root");
    const { catalog } = useCatalog();
    const imageModel = useFieldValue(form, "imageModel");
    const values = useFieldValue(form, "settings") ?? NONE;
    const model = catalog && findImageModel({ imageModel }, catalog);
    const settings = useMemo(() => readModelSettings(model), [model]);
    // They find the price of what is chosen here.
    useEffect(() => settingTools.set(tools), []);
    const { disabled, readOnly } = form;
    const context = useMemo(
      () => ({
        model: model?.label ?? "",
        settings,
        values,
        unused: Object.keys(values).filter((name) => settings.every((setting) => setting.name !== name)),
        disabled: disabled || readOnly,
        setValue: (name: string, value: unknown, how?: { commit?: boolean }) => {
          const { [name]: before, ...others } = form.form.getValues("settings") ?? {};
          if (Object.is(before, value)) return;
          const next = value === undefined ? others : { ...others, [name]: value };
          form.setField("settings", Object.keys(next).length > 0 ? keepSettings(next) : undefined, how);
        },
      }),
      [form, model, settings, values, disabled, readOnly],
    );
    if (!model || settings.length + context.unused.length === 0) return null;
    return {
      "data-count": String(settings.length),
      children: (
        <ModelSettingsProvider value={context}>{props.children as React.ReactNode}</ModelSettingsProvider>
      ),
    };
  },
  true,
);

/** Attributes of the settings. */
export interface ModelSettingsRootState {
  /** @selector [data-count] Number of the settings that the model takes. */
  count: number;
}
