"use client";
import { useMemo } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigFields, ConfigPath } from "./ConfigDraft.js";

/** What {@link useConfigForm} answers. Its identity does not change while the user types. */
export interface UseConfigFormResult {
  /** The configuration as it is now; for events, not for rendering. */
  getConfig: () => ImageNodeConfig;
  /** Writes one field and tells the host. */
  setValue: <P extends ConfigPath>(path: P, value: ConfigFields[P]) => void;
  /** Whether there are edits that the host's configuration does not have; for events, not for rendering. */
  isDirty: () => boolean;
  /** Starts a run with what is in the form, if nothing forbids it. */
  generate: () => void;
  /** Takes the form back to the saved configuration. */
  reset: () => void;
  /** Focuses a field's control; in a text also selects the named variable. */
  focusField: (name: string, variable?: string) => void;
  /** Whether nothing in the form can be used. */
  disabled: boolean;
  /** Whether the form can be read but not changed. */
  readOnly: boolean;
}

/** The form around this component, for controls of the host's own. */
export function useConfigForm(): UseConfigFormResult {
  const context = useConfigFormContext("useConfigForm()");
  return useMemo(
    () => ({
      getConfig: () => toConfig(context.form.getValues()),
      setValue: (path, value) => context.setField(path, value, { commit: true }),
      isDirty: () => context.form.control._formState.isDirty,
      generate: context.generate,
      reset: context.reset,
      focusField: context.focusField,
      disabled: context.disabled,
      readOnly: context.readOnly,
    }),
    [context],
  );
}

/** One field of the form around this component; renders again only when that field changes. */
export function useConfigFormValue<P extends ConfigPath>(path: P): ConfigFields[P] {
  return useFieldValue(useConfigFormContext("useConfigFormValue()"), path) as ConfigFields[P];
}
