"use client";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { ImageNodeError } from "../../contract/index.js";
import type { ImageNodeConfig } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { Store } from "../../internal/createStore.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { GenerationStoreContext, useScope } from "../provider/index.js";
import { pointerToPath, toConfig } from "./ConfigDraft.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { prepareRun } from "./prepareRun.js";
import { formatProblem, formatRefusal } from "./formatProblem.js";
import type { FieldRegistry } from "./useFieldRegistry.js";

/** What {@link useGenerate} needs from the form. */
export interface GenerateOptions {
  form: UseFormReturn<ConfigDraft>;
  fields: FieldRegistry;
  commit: () => void;
  disabled: boolean;
  onGenerate: ((config: ImageNodeConfig) => unknown) | undefined;
  /** Who resolves templates, as the catalog says; `undefined` while it is not known. */
  templates: "server" | "client" | undefined;
}

/** Validates and runs: through the host's `onGenerate`, else through the scope's own run. Faults land at their fields. */
export function useGenerate(options: GenerateOptions): { generate: () => void; pending: Store<boolean> } {
  const { form, fields } = options;
  // The host's own run; the scope's run has a store of its own.
  const [pending] = useState(() => createStore(false));
  const latest = useLatest(options);
  const t = useMessages();
  const scope = useLatest(useScope());
  const store = useContext(GenerationStoreContext);

  const showFaults = useCallback(
    (error: unknown) => {
      if (!ImageNodeError.isInstance(error)) {
        form.setError("root.run", { type: "server", message: t("configForm.runFailed") });
        return;
      }
      const faults = (error.errors ?? []).map((fault) => ({ fault, path: pointerToPath(fault.pointer) }));
      for (const { fault, path } of faults) {
        if (path) form.setError(path, { type: "server", message: formatProblem(t, fault) });
      }
      const shown = fields.names();
      // What no visible field can show is said for the form as a whole. A run of the scope has its preview for the rest.
      const homeless = faults.filter(({ path }) => path === null || !shown.includes(path));
      const message =
        faults.length === 0 && latest.current.onGenerate
          ? formatRefusal(t, error)
          : homeless.map(({ fault }) => formatProblem(t, fault)).join(" ");
      if (message) form.setError("root.run", { type: "server", message });
      const first = shown.find((name) => faults.some(({ path }) => path === name));
      const variable = faults.find(({ path }) => path === first)?.fault.variable;
      if (first) fields.focusField(first, variable);
    },
    [fields, form, latest, t],
  );

  useEffect(() => {
    if (!store) return undefined;
    let shown = store.getSnapshot();
    return store.subscribe(() => {
      const state = store.getSnapshot();
      if (state.status === "failed" && shown.status !== "failed") showFaults(state.error);
      shown = state;
    });
  }, [store, showFaults]);

  return useMemo(() => {
    const prepare = () => prepareRun(form.getValues(), scope.current, latest.current.templates);
    const run = async () => {
      const { onGenerate } = latest.current;
      if (onGenerate) await onGenerate(toConfig(form.getValues()));
      // Not awaited: the run lives in its store, and its failure comes back through the subscription above. Prepared
      // anew for each intent, so that a retry runs what the form says then.
      else void store?.start(prepare);
    };
    const submit = form.handleSubmit(
      async () => {
        try {
          await run();
        } catch (error) {
          showFaults(error);
        }
      },
      (errors) => {
        const first = fields.names().find((name) => form.getFieldState(name as "style").error !== undefined);
        if (first) fields.focusField(first);
        else if (errors.prompt?.mode) fields.focusField("prompt.mode");
      },
    );
    const generate = () => {
      if (pending.get() || latest.current.disabled || isUnderWay(store?.getSnapshot().status)) return;
      pending.set(true);
      latest.current.commit();
      form.clearErrors();
      void submit().finally(() => {
        pending.set(false);
      });
    };
    return { generate, pending };
  }, [fields, form, latest, pending, scope, showFaults, store]);
}

function isUnderWay(status: string | undefined): boolean {
  return status === "running";
}
