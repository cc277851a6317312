"use client";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Catalog, GenerationRequest, ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";
import { loadCode } from "../internal/loadCode.js";
import { loadLanguage } from "../internal/loadLanguage.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { GenerationStoreContext, useScope } from "../provider/index.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { referenceTools } from "./referenceTools.js";
import { settingTools } from "./settingTools.js";
import { readDraft } from "./readDraft.js";
import { runCode } from "./runCode.js";
import type { FieldRegistry } from "./useFieldRegistry.js";
import { useRunCode } from "./useRunCode.js";
import { useShownFailures } from "./useShownFailures.js";

/** Second argument of `onGenerate`: what was chosen beside the configuration. */
export interface GenerateRunOptions {
  /** Number of images that were asked for at once, 1 to 16. Each is a run of its own, paid on its own. */
  count: number;
}

/** Options of {@link useGenerate}. */
export interface GenerateOptions {
  form: UseFormReturn<ConfigDraft>;
  fields: FieldRegistry;
  /** Functions that bring what stands in the fields into the form. */
  beforeRead: ReadonlySet<() => void>;
  commit: () => void;
  disabled: boolean;
  onGenerate: ((config: ImageNodeConfig, options: GenerateRunOptions) => unknown) | undefined;
  /** Offer of the workspace; `undefined` while it is not known. */
  catalog: Catalog | undefined;
  /** Number of images that the next run makes. */
  count: Store<number>;
}

/** Result of {@link useGenerate}. */
type Generate = Pick<
  ConfigFormContextValue,
  "generate" | "runLike" | "runWithSamples" | "prepareRequest" | "pending"
>;

/**
 * Validates and runs: through the host's `onGenerate`, else through the scope's own run. Faults land at their fields.
 */
export function useGenerate(options: GenerateOptions): Generate {
  const { form, fields, count } = options;
  // The host's own run; the scope's run has a store of its own.
  const [pending] = useState(() => createStore(false));
  const latest = useLatest(options);
  const scope = useLatest(useScope());
  const store = useContext(GenerationStoreContext);
  const latestStore = useLatest(store);
  const t = useMessages();
  const getPlaces = useCallback(
    () => ({ form, fields, t, catalog: latest.current.catalog, sources: scope.current?.variables }),
    [fields, form, latest, scope, t],
  );
  const sent = useRef<GenerationRequest>(undefined);
  const isOther = useRef(false);
  const showFailure = useShownFailures(store, { latest, getPlaces, sent, isOther });
  // Sources whose sample a person took for this run, and for what repeats it.
  const samplesOf = useRef<readonly string[]>([]);
  // Prepared anew for each intent, so that a retry runs what the form says then.
  const prepare = useCallback(
    async (config: ImageNodeConfig = toConfig(readDraft(form, latest.current.beforeRead))) =>
      (sent.current = await (
        await loadCode(runCode)
      ).prepareRun(config, scope.current, latest.current.catalog, samplesOf.current)),
    [form, latest, scope],
  );
  const vary = useCallback(
    (request: GenerationRequest, variation: number) =>
      settingTools.get()?.varySeed(request, variation, latest.current.catalog) ?? request,
    [latest],
  );
  const hasCode = useRunCode(getPlaces);
  const runsItself = options.onGenerate === undefined;
  useEffect(
    () => (runsItself ? store?.offer(prepare, { vary }) : undefined),
    [prepare, runsItself, store, vary],
  );

  const [generate, runLike, runWithSamples] = useMemo((): readonly [
    () => void,
    (config: ImageNodeConfig) => void,
    (slugs: readonly string[]) => void,
  ] => {
    const run = async (other?: ImageNodeConfig) => {
      const { onGenerate } = latest.current;
      const images = count.get();
      if (onGenerate) await onGenerate(other ?? toConfig(form.getValues()), { count: images });
      // Not awaited: the run lives in its store, which tells its failure.
      else if (store) {
        const source = other ? (again = other) => prepare(again) : prepare;
        void store.start(source, images > 1 ? { count: images, vary } : undefined);
      } else runCode.get()?.tellMissingRun(getPlaces());
    };
    /** Checks whether the form shows another node by now, which must not run in place of the one that was pressed. */
    const isLeft = () => latestStore.current !== store;
    let isValid = true;
    const submit = form.handleSubmit(
      () => run().catch(showFailure),
      () => {
        isValid = false;
      },
    );
    const validateAndRun = async () => {
      isValid = true;
      readDraft(form, latest.current.beforeRead);
      latest.current.commit();
      form.clearErrors();
      if (!(await hasCode()) || isLeft()) return;
      const { settings, references } = toConfig(readDraft(form, latest.current.beforeRead));
      const { catalog } = latest.current;
      await Promise.all([
        settingTools.load(settings, catalog),
        referenceTools.load(references, catalog),
        loadLanguage(scope.current?.language),
      ]);
      if (isLeft()) return;
      await submit();
      // Only now the form keeps the faults that it found.
      if (!isValid) runCode.get()?.tellFaults(getPlaces());
    };
    const runAnew = async (config: ImageNodeConfig) => {
      if (!(await hasCode()) || isLeft()) return;
      const { catalog } = latest.current;
      const tools = await settingTools.load(config.settings, catalog);
      if (isLeft()) return;
      await run(tools?.withNewSeed(config, catalog) ?? config);
    };
    const start = (other?: ImageNodeConfig, slugs: readonly string[] = []) => {
      if (pending.get() || latest.current.disabled || store?.getSnapshot().status === "running") return;
      pending.set(true);
      isOther.current = other !== undefined;
      samplesOf.current = slugs;
      void (other ? runAnew(other) : validateAndRun()).catch(showFailure).finally(() => pending.set(false));
    };
    return [() => start(), (config) => start(config), (slugs) => start(undefined, slugs)];
  }, [
    count,
    form,
    getPlaces,
    hasCode,
    latest,
    latestStore,
    pending,
    prepare,
    scope,
    showFailure,
    store,
    vary,
  ]);
  return useMemo(
    () => ({
      generate,
      runLike,
      runWithSamples: runsItself ? runWithSamples : null,
      prepareRequest: prepare,
      pending,
    }),
    [generate, pending, prepare, runLike, runWithSamples, runsItself],
  );
}
