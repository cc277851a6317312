"use client";
import { Space } from "../internal/Space.js";
import { useCallback, useSyncExternalStore } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/**
 * Shows errors of the form as a whole: no catalog, or a run that could not begin. Renders a `<div>` element, or
 * nothing while there is none.
 */
export const ConfigFormError = createElementPart("ConfigForm.Error", "div", () => {
  const { form } = useConfigFormContext("ConfigForm.Error");
  const { status, reload } = useCatalog();
  const t = useMessages();
  const subscribe = useCallback(
    (listener: () => void) => form.subscribe({ formState: { errors: true }, callback: listener }),
    [form],
  );
  const run = useSyncExternalStore(
    subscribe,
    () => form.control._formState.errors.root?.run?.message,
    nothing,
  );
  if (status === "failed") {
    return {
      "data-state": "catalog",
      children: (
        <>
          <span data-imagenode-part="words">{t("configForm.catalogFailed")}</span>
          <Space />
          <button type="button" data-imagenode-part="config-form-reload" onClick={reload}>
            {t("configForm.reload")}
          </button>
        </>
      ),
    };
  }
  return run === undefined ? null : { "data-state": "run", children: run };
});

/** Attributes of the error. */
export interface ConfigFormErrorState {
  /** @selector [data-state] */
  state: "catalog" | "run";
}

function nothing() {
  return undefined;
}
