"use client";
import { useMemo } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigFields, ConfigPath } from "./ConfigDraft.js";
import { readDraft } from "./readDraft.js";

/** Result of {@link useConfigForm}. Its identity does not change while the user types. */
export interface UseConfigFormResult {
  /** Returns the configuration as it is now; for events, not for rendering. */
  getConfig: () => ImageNodeConfig;
  /** Writes one field; calls `onValueChange` and `onValueCommit`. */
  setValue: <P extends ConfigPath>(path: P, value: ConfigFields[P]) => void;
  /** Tells whether there are edits since the host gave the configuration; for events, not for rendering. */
  isDirty: () => boolean;
  /** Validates the form and starts a run; does nothing while one is running. */
  generate: () => void;
  /** Undoes every edit, back to the configuration that the host gave. */
  reset: () => void;
  /** Focuses a field's control; in a text also selects the named variable. */
  focusField: (name: string, variable?: string) => void;
  /** Whether nothing in the form can be used. */
  disabled: boolean;
  /** Whether the form can be read but not changed. */
  readOnly: boolean;
}

/**
 * Reads and writes the form around this component, for controls of the host's own. Throws outside of `ConfigForm.Root`.
 *
 * @example
 * function LandscapeButton() {
 *   const { setValue } = useConfigForm();
 *   return <button onClick={() => setValue("aspectRatio", "landscape")}>Landscape</button>;
 * }
 */
export function useConfigForm(): UseConfigFormResult {
  const context = useConfigFormContext("useConfigForm()");
  return useMemo(
    () => ({
      getConfig: () => toConfig(readDraft(context.form, context.beforeRead)),
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

/**
 * Reads one field of the form around this component and renders again only when it changes.
 *
 * @example
 * const style = useConfigFormValue("style");
 */
export function useConfigFormValue<P extends ConfigPath>(path: P): ConfigFields[P] {
  return useFieldValue(useConfigFormContext("useConfigFormValue()"), path) as ConfigFields[P];
}
