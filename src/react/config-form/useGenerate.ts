"use client";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { GenerationStore } from "../../client/index.js";
import type { Catalog, ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";
import { loadLanguage } from "../internal/loadLanguage.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { GenerationStoreContext, useScope } from "../provider/index.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { referenceTools } from "./referenceTools.js";
import { settingTools } from "./settingTools.js";
import { readDraft } from "./readDraft.js";
import { prepareRun } from "./prepareRun.js";
import { showFaults } from "./showFaults.js";
import { tellFaults } from "./tellFaults.js";
import type { FaultPlaces } from "./tellFaults.js";
import type { FieldRegistry } from "./useFieldRegistry.js";

/** Options of {@link useGenerate}. */
export interface GenerateOptions {
  form: UseFormReturn<ConfigDraft>;
  fields: FieldRegistry;
  /** Functions that bring what stands in the fields into the form. */
  beforeRead: ReadonlySet<() => void>;
  commit: () => void;
  disabled: boolean;
  onGenerate: ((config: ImageNodeConfig) => unknown) | undefined;
  /** Offer of the workspace; `undefined` while it is not known. */
  catalog: Catalog | undefined;
}

/**
 * Validates and runs: through the host's `onGenerate`, else through the scope's own run. Faults land at their fields.
 */
export function useGenerate(options: GenerateOptions): { generate: () => void; pending: Store<boolean> } {
  const { form, fields } = options;
  // The host's own run; the scope's run has a store of its own.
  const [pending] = useState(() => createStore(false));
  const latest = useLatest(options);
  const scope = useLatest(useScope());
  const store = useContext(GenerationStoreContext);
  const t = useMessages();
  const getPlaces = useCallback(
    () => ({ form, fields, t, catalog: latest.current.catalog }),
    [fields, form, latest, t],
  );
  const showFailure = useCallback(
    (error: unknown) => {
      showFaults(error, { ...getPlaces(), showsRefusals: latest.current.onGenerate !== undefined });
    },
    [getPlaces, latest],
  );
  useFailures(store, showFailure);
  // Prepared anew for each intent, so that a retry runs what the form says then.
  const prepare = useCallback(
    () => prepareRun(readDraft(form, latest.current.beforeRead), scope.current, latest.current.catalog),
    [form, latest, scope],
  );
  const runsItself = options.onGenerate === undefined;
  useEffect(() => (runsItself ? store?.offer(prepare) : undefined), [prepare, runsItself, store]);

  const generate = useMemo(() => {
    const run = async () => {
      const { onGenerate } = latest.current;
      if (onGenerate) await onGenerate(toConfig(form.getValues()));
      // Not awaited: the run lives in its store, which tells its failure.
      else if (store) void store.start(prepare);
      else tellMissingRun(getPlaces());
    };
    let isValid = true;
    const submit = form.handleSubmit(
      () => run().catch(showFailure),
      () => {
        isValid = false;
      },
    );
    const validateAndRun = async () => {
      isValid = true;
      const { settings, references } = toConfig(form.getValues());
      const { catalog } = latest.current;
      await Promise.all([
        settingTools.load(settings, catalog),
        referenceTools.load(references, catalog),
        loadLanguage(scope.current?.language),
      ]);
      await submit();
      // Only now the form keeps the faults that it found.
      if (!isValid) tellFaults(getPlaces());
    };
    return () => {
      if (pending.get() || latest.current.disabled || store?.getSnapshot().status === "running") return;
      pending.set(true);
      readDraft(form, latest.current.beforeRead);
      latest.current.commit();
      form.clearErrors();
      void validateAndRun()
        .catch(showFailure)
        .finally(() => pending.set(false));
    };
  }, [form, getPlaces, latest, pending, prepare, scope, showFailure, store]);
  return useMemo(() => ({ generate, pending }), [generate, pending]);
}

/** Calls `onFailure` each time the run of a store fails. */
function useFailures(store: GenerationStore | null, onFailure: (error: unknown) => void): void {
  useEffect(() => {
    if (!store) return undefined;
    let known = store.getSnapshot();
    return store.subscribe(() => {
      const state = store.getSnapshot();
      if (state.status === "failed" && known.status !== "failed") onFailure(state.error);
      known = state;
    });
  }, [store, onFailure]);
}

/** Says that nothing is there which could run. */
function tellMissingRun(places: FaultPlaces): void {
  if (typeof process !== "undefined" && process.env.NODE_ENV !== "production") {
    console.warn(
      "<ConfigForm.Generate> has nothing to run. Wrap the form in <ImageNodeProvider> and <ImageNodeScope>, or give " +
        "<ConfigForm.Root> an onGenerate.",
    );
  }
  tellFaults(places, [places.t("configForm.notConnected")]);
}
