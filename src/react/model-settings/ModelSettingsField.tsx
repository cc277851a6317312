"use client";
import { forwardRef, useMemo, useState } from "react";
import type { HTMLAttributes } from "react";
import { findSettingFault } from "../../contract/index.js";
import type { NamedSetting } from "../../contract/index.js";
import { FieldRoot } from "../field/index.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { Space } from "../internal/Space.js";
import { wordSettingFault } from "../config-form/settings/index.js";
import { useMessages } from "../messages/index.js";
import { ModelSettingsControl } from "./ModelSettingsControl.js";
import { ModelSettingsDescription } from "./ModelSettingsDescription.js";
import { ModelSettingsError } from "./ModelSettingsError.js";
import { ModelSettingsLabel } from "./ModelSettingsLabel.js";
import { ModelSettingsReset } from "./ModelSettingsReset.js";
import { useModelSettings } from "./ModelSettingsContext.js";
import { SettingProvider } from "./SettingContext.js";

/**
 * Groups one setting's label, control, description and error. Renders a `<div>` element, or nothing where the model does
 * not have the setting. Without children it shows all of them.
 *
 * @example
 * <ModelSettings.Field name="quality">
 *   <ModelSettings.Label />
 *   <ModelSettings.Control />
 *   <ModelSettings.Error />
 * </ModelSettings.Field>
 */
export const ModelSettingsField = forwardRef<HTMLDivElement, ModelSettingsFieldProps>(
  function ModelSettingsField({ name, ...rest }, ref) {
    const { settings } = useModelSettings("ModelSettings.Field");
    const setting = settings.find((each) => each.name === name);
    return setting ? <SettingField {...rest} setting={setting} ref={ref} /> : null;
  },
);

const SettingField = forwardRef<HTMLDivElement, SettingFieldProps>(function SettingField(props, ref) {
  const { setting, children, onFocus, onBlur, ...rest } = props;
  const { values, disabled, setValue } = useModelSettings("ModelSettings.Field");
  const t = useMessages();
  // A number that is being typed is no fault yet.
  const [isFocused, setFocused] = useState(false);
  const value = values[setting.name];
  const context = useMemo(() => {
    const fault = value === undefined ? null : findSettingFault(setting, value);
    const write = (next: unknown, how?: { commit?: boolean }) => setValue(setting.name, next, how);
    return { setting, value, fault, disabled, setValue: write };
  }, [setting, value, disabled, setValue]);
  const error =
    context.fault && !isFocused
      ? wordSettingFault(t, { ...setting, multipleOf: setting.multipleOf ?? 1, reason: context.fault })
      : undefined;
  return (
    <SettingProvider value={context}>
      <FieldRoot
        {...rest}
        name={`settings.${setting.name}`}
        error={error}
        onFocus={composeHandlers(onFocus, () => setFocused(true))}
        onBlur={composeHandlers(onBlur, () => setFocused(false))}
        ref={ref}
      >
        {children ?? (
          <>
            <div data-imagenode-part="model-settings-head">
              <ModelSettingsLabel />
              <Space />
              <ModelSettingsReset />
            </div>
            <ModelSettingsControl />
            <ModelSettingsDescription />
            <ModelSettingsError />
          </>
        )}
      </FieldRoot>
    </SettingProvider>
  );
});

interface SettingFieldProps extends HTMLAttributes<HTMLDivElement> {
  setting: NamedSetting;
}

/** Props of {@link ModelSettingsField}. */
export interface ModelSettingsFieldProps extends HTMLAttributes<HTMLDivElement> {
  /** Name of the setting, such as "quality". */
  name: string;
}
