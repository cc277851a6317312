"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { FieldPathValue } from "react-hook-form";
import { createImageNodeConfig, parseImageNodeConfig } from "../../contract/index.js";
import type { ImageNodeConfig } from "../../contract/index.js";
import { isDevelopment } from "../internal/isDevelopment.js";
import { isEqualJson } from "../internal/isEqualJson.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { useLatest } from "../internal/useLatest.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigDraft, ConfigFields, ConfigPath } from "./ConfigDraft.js";
import type { createFormSchema } from "./createFormSchema.js";
import { isReadableConfig } from "./isReadableConfig.js";

/** How long a pause makes a point of rest, in milliseconds. */
export const COMMIT_DELAY_MS = 500;

/** What the host says about the configuration. */
export interface ConfigDraftOptions {
  value: ImageNodeConfig | undefined;
  defaultValue: ImageNodeConfig | undefined;
  onValueChange: ((config: ImageNodeConfig) => void) | undefined;
  onValueCommit: ((config: ImageNodeConfig) => void) | undefined;
}

/**
 * The draft in react-hook-form and its traffic with the host. RHF's `values` stays unused: an echoing host would keep
 * `isDirty` false and render everything again. Only a configuration other than the last emitted one resets the form.
 */
export function useConfigDraft(options: ConfigDraftOptions, schema: ReturnType<typeof createFormSchema>) {
  const { value, defaultValue } = options;
  const latest = useLatest(options);
  const [initial] = useState(() => toDraft(value ?? defaultValue));
  const form = useForm<ConfigDraft>({
    defaultValues: initial,
    resolver: zodResolver<ConfigDraft, unknown, ConfigDraft>(schema),
  });
  const { setValue, getValues, clearErrors, reset: resetForm } = form;
  const emitted = useRef<unknown>(initial);
  const seen = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useIsomorphicLayoutEffect(() => {
    if (value === undefined || value === seen.current) return;
    seen.current = value;
    if (!isReadableConfig(value)) {
      warnAboutValue(value);
      return;
    }
    const draft = toDraft(value);
    if (isEqualJson(draft, emitted.current)) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    emitted.current = draft;
    resetForm(draft);
  }, [value, resetForm]);

  const commit = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current.onValueCommit?.(toConfig(getValues()));
  }, [getValues, latest]);

  const emit = useCallback(
    (rested: boolean) => {
      const config = toConfig(getValues());
      emitted.current = config;
      latest.current.onValueChange?.(config);
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, COMMIT_DELAY_MS);
      if (rested) commit();
    },
    [commit, getValues, latest],
  );

  const setField = useCallback(
    <P extends ConfigPath>(path: P, next: ConfigFields[P], how: { commit?: boolean } = {}) => {
      if (Object.is(getValues(path), next)) return;
      setValue(path, next as FieldPathValue<ConfigDraft, P>, { shouldDirty: true });
      clearErrors(path === "prompt.mode" ? undefined : path);
      emit(how.commit ?? false);
    },
    [clearErrors, emit, getValues, setValue],
  );

  const reset = useCallback(() => {
    resetForm();
    emit(true);
  }, [emit, resetForm]);

  useEffect(() => commit, [commit]);
  return useMemo(() => ({ form, setField, commit, reset }), [form, setField, commit, reset]);
}

function toDraft(config: ImageNodeConfig | undefined): ConfigDraft {
  return config === undefined ? createImageNodeConfig() : parseImageNodeConfig(config).config;
}

/** A draft that somebody wrote is worth more than a value that nobody can read. */
function warnAboutValue(value: unknown): void {
  if (!isDevelopment()) return;
  console.warn(
    `<ConfigForm.Root> was given a value that is no configuration (${JSON.stringify(value)?.slice(0, 80)}), so it keeps ` +
      "the last one that was. Give it what onValueChange said, or undefined to leave the draft to the form.",
  );
}
