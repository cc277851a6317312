"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import type { FieldPathValue, Resolver } from "react-hook-form";
import { createImageNodeConfig, parseOwnConfig } from "../../contract/index.js";
import type { ImageNodeConfig } from "../../contract/index.js";
import { createHostValue } from "../internal/createHostValue.js";
import { isEqualJson } from "../../internal/isEqualJson.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { useLatest } from "../internal/useLatest.js";
import { CONFIG_PATHS, flattenDraft, keepAll, keepField, toConfig, unflattenDraft } from "./ConfigDraft.js";
import type { ConfigDraft, ConfigFields, ConfigPath, FlatDraft, WriteOptions } from "./ConfigDraft.js";
import { hasPrompt } from "./hasPrompt.js";
import { useForeignConfig } from "./useForeignConfig.js";
import { withoutDeepKeys } from "./withoutDeepKeys.js";

/** The host's side of the configuration. */
export interface ConfigDraftOptions {
  value: ImageNodeConfig | undefined;
  defaultValue: ImageNodeConfig | undefined;
  onValueChange: ((config: ImageNodeConfig) => void) | undefined;
  onValueCommit: ((config: ImageNodeConfig) => void) | undefined;
}

/**
 * Holds the draft in react-hook-form; `createHostValue` owns what the host has seen of it. RHF's `values` stays unused:
 * an echoing host would keep `isDirty` false and render everything again.
 */
export function useConfigDraft(options: ConfigDraftOptions, resolver: Resolver<ConfigDraft>) {
  const { value, defaultValue } = options;
  const latest = useLatest(options);
  const [initialValue] = useState(value ?? defaultValue);
  const [initial] = useState(() => toDraft(initialValue));
  const form = useForm<ConfigDraft>({
    defaultValues: initial,
    resolver,
  });
  const { setValue, getValues, clearErrors, reset: resetForm } = form;
  const host = useMemo(() => {
    const created = createHostValue<FlatDraft>({
      read: () => flattenDraft(getValues()),
      write: (outside) => resetForm(unflattenDraft({ ...flattenDraft(getValues()), ...outside })),
      onChange: () => latest.current.onValueChange?.(toConfig(getValues())),
      onCommit: () => latest.current.onValueCommit?.(toConfig(getValues())),
      isSame: isEqualJson,
    });
    created.restart();
    return created;
  }, [getValues, latest, resetForm]);

  useIsomorphicLayoutEffect(() => {
    if (value === undefined) return;
    if (hasPrompt(value)) host.receive(flattenDraft(toDraft(value)));
  }, [value, host]);
  useForeignConfig(value, initialValue, (config) => host.receive(flattenDraft(toDraft(config))));

  const setField = useCallback(
    <P extends ConfigPath>(path: P, next: ConfigFields[P], how: WriteOptions = {}) => {
      const kept = keepField(path, next);
      if (Object.is(getValues(path), kept)) return;
      setValue(path, kept as FieldPathValue<ConfigDraft, P>, { shouldDirty: true });
      clearErrors(path === "prompt.mode" ? undefined : ((how.faultAt ?? path) as P));
      // A choice that another model takes is no fault any more.
      if (path === "imageModel") clearErrors(["settings", "references"]);
      clearErrors("root.run");
      host.changed([path], how);
    },
    [clearErrors, getValues, host, setValue],
  );

  const reset = useCallback(() => {
    resetForm();
    host.changed(CONFIG_PATHS, { commit: true });
  }, [host, resetForm]);

  useEffect(() => host.stop, [host]);
  return useMemo(() => ({ form, setField, commit: host.commit, reset }), [form, setField, host, reset]);
}

function toDraft(config: ImageNodeConfig | undefined): ConfigDraft {
  const read =
    config === undefined ? createImageNodeConfig() : parseOwnConfig(withoutDeepKeys(config)).config;
  return { ...read, ...keepAll(read) };
}
