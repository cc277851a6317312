"use client";
import { useMemo } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { useStore } from "../internal/useStore.js";
import { MAX_VARIATIONS } from "../../internal/maxVariations.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigFields, ConfigPath } from "./ConfigDraft.js";
import { readDraft } from "./readDraft.js";
import { useRunState } from "./useRunState.js";

/** Result of {@link useConfigForm}. Its identity changes with the run and the number of images, never while the user types. */
export interface UseConfigFormResult {
  /** Returns the configuration as it is now; for events, not for rendering. */
  getConfig: () => ImageNodeConfig;
  /** Writes one field; calls `onValueChange` and `onValueCommit`. */
  setValue: <P extends ConfigPath>(path: P, value: ConfigFields[P]) => void;
  /** Tells whether there are edits since the host gave the configuration; for events, not for rendering. */
  isDirty: () => boolean;
  /** Validates the form and starts a run; does nothing while one is running. */
  generate: () => void;
  /** Number of images that the next run makes, 1 to 16. A choice of the moment, beside the configuration. */
  count: number;
  /** Chooses that number; one out of its bounds becomes the nearest. */
  setCount: (count: number) => void;
  /** Whether a run is under way, the scope's or the host's own. */
  isRunning: boolean;
  /** Ends the run that is under way; `null` where there is none that this form can end. */
  cancel: (() => void) | null;
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
 *
 * function RunButton() {
 *   const { generate, isRunning, cancel } = useConfigForm();
 *   return <button onClick={cancel ?? generate}>{cancel ? "Cancel" : isRunning ? "Running …" : "Generate"}</button>;
 * }
 */
export function useConfigForm(): UseConfigFormResult {
  const context = useConfigFormContext("useConfigForm()");
  const { running: isRunning, cancel: end } = useRunState(context);
  const count = useStore(context.count);
  const latest = useLatest(end);
  const canCancel = end !== null;
  return useMemo(
    () => ({
      getConfig: () => toConfig(readDraft(context.form, context.beforeRead)),
      setValue: (path, value) => context.setField(path, value, { commit: true }),
      isDirty: () => context.form.control._formState.isDirty,
      generate: context.generate,
      count,
      setCount: (next) => context.count.set(toCount(next)),
      isRunning,
      cancel: canCancel ? () => latest.current?.() : null,
      reset: context.reset,
      focusField: context.focusField,
      disabled: context.disabled,
      readOnly: context.readOnly,
    }),
    [canCancel, context, count, isRunning, latest],
  );
}

/** Makes a number of images of what a host without types may give. */
function toCount(value: number): number {
  return Math.min(Math.max(Math.trunc(value) || 1, 1), MAX_VARIATIONS);
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
