"use client";
import { useContext } from "react";
import { useStore } from "../internal/useStore.js";
import { GenerationStoreContext, cancelRun, useCatalog, useGenerationState } from "../provider/index.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/** State of the run for the form's button; `cancel` is `null` where this form can't end it. */
export interface RunState {
  running: boolean;
  startedAt: number | undefined;
  cancel: (() => void) | null;
}

/** Reads the scope's run, or the host's own while its `onGenerate` is pending. */
export function useRunState(context: ConfigFormContextValue): RunState {
  const store = useContext(GenerationStoreContext);
  const state = useGenerationState(store);
  const { catalog } = useCatalog();
  const submitting = useStore(context.pending);
  if (state.status === "running") {
    return { running: true, startedAt: state.startedAt, cancel: store && (() => cancelRun(store, catalog)) };
  }
  return { running: submitting, startedAt: undefined, cancel: null };
}
