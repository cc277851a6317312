"use client";
import { Space } from "../internal/Space.js";
import { useEffect, useState } from "react";
import type { GenerationStore } from "../../client/index.js";
import { RUN_STAGES } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useElapsedSeconds } from "../internal/useElapsedSeconds.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Lists the stages of the run with their times. Renders a `<ul>` element while it runs; of several images each tells its
 * own in `Preview.Variations`.
 */
export const PreviewSteps = createElementPart("Preview.Steps", "ul", () => {
  const { state, store } = usePreviewContext("Preview.Steps");
  const { catalog } = useCatalog();
  const t = useMessagesWith(resultWords);
  const stage = state.stage;
  const began = useStageTimes(store);
  const elapsed = useElapsedSeconds(state.status === "running" ? state.startedAt : undefined);
  if (state.status !== "running" || state.variations) return null;
  const manual = state.request?.config.prompt.mode === "manual";
  const stages = RUN_STAGES.filter((name) => !(manual && name === "prompt"));
  const active = stage === undefined ? 0 : stages.findIndex((name) => name === stage);
  const seconds = Math.round((catalog?.limits.timeoutMs ?? 60_000) / 1000);
  return {
    "aria-label": t("steps.label"),
    children: stages.map((name, index) => {
      const status = index < active ? "done" : index === active ? "active" : "waiting";
      const next = stages[index + 1];
      const took =
        next && began[next] !== undefined ? began[next] - (began[name] ?? state.startedAt) : undefined;
      return (
        <li
          key={name}
          data-imagenode-part="preview-step"
          data-state={status}
          aria-current={status === "active" ? "step" : undefined}
        >
          <span data-imagenode-part="words">{t(`step.${name}.${status}`)}</span>
          <Space />
          {status === "active" && (
            <time data-imagenode-part="preview-step-time" dir="auto">
              {t("step.elapsed", { elapsed, limit: seconds })}
            </time>
          )}
          {status === "done" && took !== undefined && (
            <time data-imagenode-part="preview-step-time" dir="auto">
              {t("preview.seconds", { seconds: tenths(took) })}
            </time>
          )}
        </li>
      );
    }),
  };
});

function tenths(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

/** Returns the time at which each stage of the run was first seen, in epoch milliseconds. */
function useStageTimes(store: GenerationStore | null): Readonly<Record<string, number>> {
  const [times, setTimes] = useState(NO_TIMES);
  useEffect(
    () =>
      store?.subscribe(() => {
        const { startedAt: run, stage } = store.getSnapshot();
        setTimes((known) => {
          const began = known.run === run ? known.began : {};
          if (stage === undefined || began[stage] !== undefined) return known;
          return { run, began: { ...began, [stage]: Date.now() } };
        });
      }),
    [store],
  );
  return times.began;
}

const NO_TIMES: { run: number | undefined; began: Record<string, number> } = { run: undefined, began: {} };

/** Attributes of one step. */
export interface PreviewStepsState {
  /** @selector [data-state] */
  state: "done" | "active" | "waiting";
}
