"use client";
import { Fragment } from "react";
import type { ReactNode } from "react";
import type { NamedSetting } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { ModelSettingsField } from "./ModelSettingsField.js";
import { useModelSettingsContext } from "./ModelSettingsContext.js";
import { ModelSettingsSummary } from "./ModelSettingsSummary.js";
import { useFaultFold } from "./useFaultFold.js";
import { useSettingWords } from "./useSettingWords.js";

/**
 * Shows all settings of the model in their order, the advanced ones folded until one of them is faulty. Renders a `<div>` element, or nothing where
 * the model has none.
 *
 * @example
 * <ModelSettings.Fields renderField={({ name }) => (name === "guidance" ? <MySlider name={name} /> : undefined)} />
 */
export const ModelSettingsFields = createElementPart<ModelSettingsFieldsProps>(
  "ModelSettings.Fields",
  "div",
  ({ renderField }) => {
    const { settings, faults } = useModelSettingsContext("ModelSettings.Fields");
    if (settings.length === 0) return null;
    const show = (setting: NamedSetting) => (
      <Fragment key={setting.name}>
        {renderField?.(setting) ?? <ModelSettingsField name={setting.name} />}
      </Fragment>
    );
    const advanced = settings.filter((setting) => setting.advanced);
    return {
      children: (
        <>
          {settings.filter((setting) => !setting.advanced).map(show)}
          {advanced.length > 0 && (
            <Advanced isFaulty={advanced.some(({ name }) => faults.includes(name))}>
              {advanced.map(show)}
            </Advanced>
          )}
        </>
      ),
    };
  },
  false,
  ["renderField"],
);

/** Props of {@link ModelSettingsFields}. */
export interface ModelSettingsFieldsProps extends ElementPartProps {
  /** Renders one setting in the host's own way; `undefined` leaves it to `ModelSettings.Field`. */
  renderField?: ((setting: NamedSetting) => ReactNode) | undefined;
}

function Advanced({ isFaulty, children }: { isFaulty: boolean; children: ReactNode }) {
  const { t } = useSettingWords();
  const fold = useFaultFold(isFaulty);
  return (
    <details data-imagenode-part="model-settings-advanced" {...fold}>
      <summary data-imagenode-part="model-settings-advanced-toggle">
        <span data-imagenode-part="words">{t("modelSettings.advanced")}</span>
        <Space />
        {!fold.open && <ModelSettingsSummary of="advanced" />}
      </summary>
      <div data-imagenode-part="model-settings-advanced-fields">{children}</div>
    </details>
  );
}
