"use client";
import { useEffect } from "react";
import { createLoader, useLoader } from "../internal/createLoader.js";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { useRunFault } from "./useRunFault.js";

const reasonCode = /* @__PURE__ */ createLoader(() => import("./wordReason.js"));

/**
 * Shows errors of the form as a whole: no catalog, a run that could not begin, and each fault that no rendered field
 * shows. Takes focus where nothing else can. Renders a `<div>` element, or nothing while there is none.
 */
export const ConfigFormError = createElementPart("ConfigForm.Error", "div", () => {
  const { formErrors } = useConfigFormContext("ConfigForm.Error");
  const { status, error, reload } = useCatalog();
  const t = useMessages();
  const fault = useRunFault("ConfigForm.Error");
  const reasons = useLoader(reasonCode, status === "failed");
  useEffect(() => {
    const { count } = formErrors;
    count.set(count.get() + 1);
    return () => count.set(count.get() - 1);
  }, [formErrors]);
  if (fault === null && status === "failed") {
    return {
      "data-state": "catalog",
      children: (
        <>
          <span data-imagenode-part="words">
            {reasons?.wordReason(t, error) ?? t("configForm.catalogFailed")}
          </span>
          <Space />
          <button type="button" data-imagenode-part="config-form-reload" onClick={reload}>
            {t("configForm.reload")}
          </button>
        </>
      ),
    };
  }
  return fault;
});

/** Attributes of the error. */
export interface ConfigFormErrorState {
  /** @selector [data-state] */
  state: "catalog" | "run";
}
