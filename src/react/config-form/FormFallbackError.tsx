"use client";
import { useStore } from "../internal/useStore.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { useRunFault } from "./useRunFault.js";

/** Says why a run could not begin where the host renders no `ConfigForm.Error`: nobody presses Generate in vain. */
export function FormFallbackError() {
  const { formErrors } = useConfigFormContext("ConfigForm.Root");
  const fault = useRunFault("ConfigForm.Root");
  const isNeeded = useStore(formErrors.count) === 0;
  return isNeeded && fault ? <div data-imagenode-part="config-form-error" {...fault} /> : null;
}
