"use client";
import { useCallback, useEffect } from "react";
import type { RefObject } from "react";
import type { GenerationStore } from "../../client/index.js";
import type { GenerationRequest } from "../../contract/index.js";
import type { FaultDisplay } from "./run/showFaults.js";
import type { FaultPlaces } from "./run/tellFaults.js";
import { runCode } from "./runCode.js";

/** Facts about a run that its failures are shown with. */
export interface FailureOptions {
  latest: RefObject<{ onGenerate: unknown }>;
  getPlaces: () => FaultPlaces;
  /** Request that was sent last. */
  sent: RefObject<GenerationRequest | undefined>;
  /** Whether the run has another configuration: it shows its failures itself, which are not those of the form's fields. */
  isOther: RefObject<boolean>;
}

/** Shows in the form what is wrong each time a run fails. Returns the function that does so for a failure of its own. */
export function useShownFailures(
  store: GenerationStore | null,
  { latest, getPlaces, sent, isOther }: FailureOptions,
): (error: unknown) => void {
  const showFailure = useCallback(
    (error: unknown) => {
      const showsRefusals = latest.current.onGenerate !== undefined;
      if (isOther.current && !showsRefusals) return;
      const request = showsRefusals ? sent.current : store?.getSnapshot().request;
      const display: FaultDisplay = { ...getPlaces(), showsRefusals, isOther: isOther.current, request };
      const code = runCode.get();
      if (code) code.showFaults(error, display);
      // The preview says it, too.
      else runCode.load().then(({ showFaults }) => showFaults(error, display), ignore);
    },
    [getPlaces, isOther, latest, sent, store],
  );
  useEffect(() => {
    if (!store) return undefined;
    let known = store.getSnapshot();
    return store.subscribe(() => {
      const state = store.getSnapshot();
      // One that had failed before the page knew of it is no news.
      const wasOver = known.status === "failed" || known.status === "idle";
      if (state.status === "failed" && !wasOver) showFailure(state.error);
      known = state;
    });
  }, [store, showFailure]);
  return showFailure;
}

const ignore = () => undefined;
