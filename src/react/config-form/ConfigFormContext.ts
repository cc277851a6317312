"use client";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { GenerationRequest, ImageNodeConfig } from "../../contract/index.js";
import type { Store } from "../../internal/createStore.js";
import { createStrictContext } from "../internal/createStrictContext.js";
import { keepsJson, readKept } from "./ConfigDraft.js";
import type { ConfigDraft, ConfigFields, ConfigPath, WriteOptions } from "./ConfigDraft.js";
import type { FormErrors } from "./useFieldRegistry.js";

/**
 * State that the parts of a form share. Its identity changes only with `disabled` and `readOnly`, never while typing.
 */
export interface ConfigFormContextValue {
  form: UseFormReturn<ConfigDraft>;
  disabled: boolean;
  readOnly: boolean;
  /** Writes one field and calls `onValueChange`; `commit` also calls `onValueCommit`. */
  setField: <P extends ConfigPath>(path: P, value: ConfigFields[P], options?: WriteOptions) => void;
  /** Functions that bring what stands in the fields into the form; called before its values are read for a run. */
  beforeRead: Set<() => void>;
  /** Calls `onValueCommit` if there are edits since the last call. */
  commit: () => void;
  /** Validates, then runs. */
  generate: () => void;
  /** Number of images that the next run makes; a choice of the moment, beside the configuration. */
  count: Store<number>;
  /** Runs a configuration in place of the form's, which is neither read nor changed. */
  runLike: (config: ImageNodeConfig) => void;
  /** Runs the form with the samples of these earlier nodes; `null` where the host's engine runs. */
  runWithSamples: ((slugs: readonly string[]) => void) | null;
  /** Makes the request of a run of the form's configuration, or of the given one. */
  prepareRequest: (config?: ImageNodeConfig) => Promise<GenerationRequest>;
  /** Whether the host's own run is under way. */
  pending: Store<boolean>;
  /** Keys of the hints that the user dismissed, for as long as the form is mounted. */
  dismissedHints: Store<readonly string[]>;
  /** Goes back to the configuration that the host gave. */
  reset: () => void;
  focusField: (name: string, variable?: string) => void;
  /** Places for the errors of the form as a whole. */
  formErrors: FormErrors;
  fieldId: (name: string, part: string) => string;
}

export const [ConfigFormProvider, useConfigFormContext, OptionalConfigFormContext] =
  createStrictContext<ConfigFormContextValue>("ConfigForm.Root", "the configuration and how to change it");

/** Reads one field and renders again only when its value changes. `undefined` outside of a form. */
export function useFieldValue<P extends ConfigPath>(
  context: ConfigFormContextValue | null,
  path: P,
): ConfigFields[P] | undefined {
  const form = context?.form;
  const subscribe = useCallback(
    (listener: () => void) =>
      form?.subscribe({ formState: { values: true }, callback: listener }) ?? (() => undefined),
    [form],
  );
  const read = () => form?.getValues(path);
  const kept: unknown = useSyncExternalStore(subscribe, read, read);
  const value = useMemo(() => (keepsJson(path) ? readKept(kept as string) : kept), [path, kept]);
  return value as ConfigFields[P] | undefined;
}
