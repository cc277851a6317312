"use client";
import { useCallback, useSyncExternalStore } from "react";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/**
 * Undoes every edit, back to the configuration that the host gave. Renders a `<button>` element, disabled without
 * edits.
 */
export const ConfigFormReset = createActionButton("ConfigForm.Reset", () => {
  const { form, reset, disabled, readOnly } = useConfigFormContext("ConfigForm.Reset");
  const t = useMessages();
  const subscribe = useCallback(
    (listener: () => void) =>
      form.subscribe({ formState: { isDirty: true, values: true }, callback: listener }),
    [form],
  );
  const dirty = useSyncExternalStore(subscribe, () => form.control._formState.isDirty, clean);
  return { action: dirty && !disabled && !readOnly ? reset : null, label: t("configForm.reset") };
});

function clean() {
  return false;
}
