"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useEffect, useMemo } from "react";
import type { HTMLAttributes } from "react";
import { findImageModel, findSettingFault, readModelSettings } from "../../contract/index.js";
import { readKept, settingTools, useConfigFormContext, useFieldValue } from "../config-form/index.js";
import * as tools from "../config-form/settings/index.js";
import { useCatalog } from "../provider/index.js";
import { ModelSettingsProvider } from "./ModelSettingsContext.js";
import type { ModelSettingsContextValue } from "./ModelSettingsContext.js";

type Values = Readonly<Record<string, unknown>>;

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
export const ModelSettingsRoot = forwardRef<HTMLDivElement, ModelSettingsRootProps>(
  function ModelSettingsRoot({ asChild, ...rest }, ref) {
    const context = useModelSettingsState();
    if (!context) return null;
    const Component = asChild ? Slot : "div";
    return (
      <ModelSettingsProvider value={context}>
        <Component
          data-imagenode-part="model-settings-root"
          data-count={String(context.settings.length)}
          {...rest}
          ref={ref}
        />
      </ModelSettingsProvider>
    );
  },
);

/** Reads the settings from the form and the catalog; `null` where there is nothing to show. */
function useModelSettingsState(): ModelSettingsContextValue | null {
  const form = useConfigFormContext("ModelSettings.Root");
  const { catalog } = useCatalog();
  const imageModel = useFieldValue(form, "imageModel");
  const given = useFieldValue(form, "settings");
  // Without a prototype, whose members would read like values.
  const values = useMemo(() => Object.assign(Object.create(null), given) as Values, [given]);
  const model = catalog && findImageModel({ imageModel }, catalog);
  const settings = useMemo(() => readModelSettings(model), [model]);
  // They find the price of what is chosen here.
  useEffect(() => settingTools.set(tools), []);
  const { disabled, readOnly, setField } = form;
  const context = useMemo(
    () => ({
      model: model?.label ?? "",
      settings,
      values,
      faults: settings
        .filter(({ name }) => values[name] !== undefined)
        .filter((setting) => findSettingFault(setting, values[setting.name]))
        .map(({ name }) => name),
      unused: Object.keys(values).filter((name) => settings.every((setting) => setting.name !== name)),
      disabled: disabled || readOnly,
      readOnly: readOnly && !disabled,
      setValue: (name: string, value: unknown, how?: { commit?: boolean }) => {
        // As it is now: one event may write several.
        const { [name]: before, ...others } = { ...readKept<Values>(form.form.getValues("settings")) };
        if (Object.is(before, value)) return;
        const next = value === undefined ? others : { ...others, [name]: value };
        const settled = Object.keys(next).length > 0 ? next : undefined;
        setField("settings", settled, { ...how, faultAt: `settings.${name}` });
      },
    }),
    [form, setField, model, settings, values, disabled, readOnly],
  );
  return !model || settings.length + context.unused.length === 0 ? null : context;
}

/** Attributes of the settings. */
export interface ModelSettingsRootState {
  /** @selector [data-count] Number of the settings that the model takes. */
  count: number;
}

/** Props of {@link ModelSettingsRoot}. */
export interface ModelSettingsRootProps extends HTMLAttributes<HTMLDivElement> {
  /** Renders the only child instead, with the part's attributes. No by default. @default false */
  asChild?: boolean | undefined;
}
