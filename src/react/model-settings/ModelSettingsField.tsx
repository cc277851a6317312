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
import { useModelSettingsContext } from "./ModelSettingsContext.js";
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
    const { settings } = useModelSettingsContext("ModelSettings.Field");
    const setting = settings.find((each) => each.name === name);
    return setting ? <SettingField {...rest} setting={setting} ref={ref} /> : null;
  },
);

const SettingField = forwardRef<HTMLDivElement, SettingFieldProps>(function SettingField(props, ref) {
  const { setting, children, onBlur, ...rest } = props;
  const { values, disabled, readOnly, setValue } = useModelSettingsContext("ModelSettings.Field");
  const t = useMessages();
  // What is being typed is no fault yet.
  const [isTyping, setTyping] = useState(false);
  const value = values[setting.name];
  const context = useMemo(() => {
    const fault = value === undefined ? null : findSettingFault(setting, value);
    const write = (next: unknown, how?: { commit?: boolean }) => {
      setTyping(!how?.commit);
      setValue(setting.name, next, how);
    };
    return { setting, value, fault, disabled, readOnly, setValue: write };
  }, [setting, value, disabled, readOnly, setValue]);
  const error =
    context.fault && !isTyping
      ? wordSettingFault(t, {
          code: "setting_unsupported",
          ...setting,
          reason: setting.enum ? "choice" : context.fault,
        })
      : undefined;
  return (
    <SettingProvider value={context}>
      <FieldRoot
        {...rest}
        name={`settings.${setting.name}`}
        error={error}
        onBlur={composeHandlers(onBlur, () => setTyping(false))}
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

interface SettingFieldProps extends Omit<ModelSettingsFieldProps, "name"> {
  setting: NamedSetting;
}

/** Props of {@link ModelSettingsField}. */
export interface ModelSettingsFieldProps extends HTMLAttributes<HTMLDivElement> {
  /** Name of the setting, such as "quality". */
  name: string;
  /** Renders the only child instead, with the part's attributes. No by default. @default false */
  asChild?: boolean | undefined;
}
