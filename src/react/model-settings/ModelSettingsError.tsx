"use client";
import { forwardRef } from "react";
import { FieldError } from "../field/index.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useSettingContext } from "./SettingContext.js";

/** Shows what is wrong with the value of the setting. Renders a `<p>` element, or nothing while it fits. */
export const ModelSettingsError = forwardRef<HTMLElement, ElementPartProps>(
  function ModelSettingsError(props, ref) {
    useSettingContext("ModelSettings.Error");
    return <FieldError {...props} ref={ref} />;
  },
);
