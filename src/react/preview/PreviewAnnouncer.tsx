"use client";
import { Fragment, useContext, useEffect, useState } from "react";
import type { GenerationState } from "../../client/index.js";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { VISUALLY_HIDDEN } from "../internal/visuallyHidden.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import type { Messages } from "../messages/index.js";
import { errorWords, sayError } from "./errors/errorWords.js";
import type { ScopeValue } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { UnsaidContext } from "./UnsaidContext.js";

/**
 * Announces each stage and the outcome, of a failure also what helps and whether it cost an image, but never the seconds, in
 * the one polite live region; of several images each once, as it ends. Renders a hidden `<div>` element.
 */
export const PreviewAnnouncer = createElementPart("Preview.Announcer", "div", () => {
  const { state, scope, late, announcement, announcementCount } = usePreviewContext("Preview.Announcer");
  const t = useMessagesWith(resultWords);
  const isReady = useReadyRegion();
  const isOld = useIsOld(state);
  const region = { role: "status", "aria-live": "polite", style: VISUALLY_HIDDEN } as const;
  if (!isReady) return region;
  if (state.variations) {
    // One after the other is added, so that none is cut off by the next.
    const deed = announcement !== undefined && <span key={`deed ${announcementCount}`}>{announcement}</span>;
    const ends = state.variations.map((each, index) => {
      const words = wordVariation(t, each, index + 1, scope);
      return (
        words && (
          <Fragment key={`${index} ${each.startedAt ?? ""} ${words}`}>
            <span>{words}</span>
            <Space />
          </Fragment>
        )
      );
    });
    return { ...region, "aria-atomic": false, children: [...ends, deed] };
  }
  const outcome = isOld ? "" : wordState(t, state, scope);
  const words = late.status === "found" ? t("late.found") : outcome;
  // A new element is announced although it says the same: of each run, and of each deed.
  const key = announcement === undefined ? `${state.startedAt ?? ""} ${words}` : announcementCount;
  return { ...region, children: <span key={key}>{announcement ?? words}</span> };
});

/** Tells whether the run was over before the page knew of it: what a storage had is no news. */
function useIsOld({ status, startedAt }: GenerationState): boolean {
  const [last, setLast] = useState({ status, startedAt, isOld: false });
  if (last.status === status && Object.is(last.startedAt, startedAt)) return last.isOld;
  const isOld = last.status === "idle" && (status === "succeeded" || status === "failed");
  setLast({ status, startedAt, isOld });
  return isOld;
}

/** Milliseconds after which a screen reader knows a region that has just come. */
const REGION_MS = 150;

/**
 * Tells whether the region may hold words. What went on before it was there is said once it is known: words that come with
 * a region are not read.
 */
function useReadyRegion(): boolean {
  const isUnsaid = useContext(UnsaidContext);
  const [isReady, setReady] = useState(() => !isUnsaid?.());
  useEffect(() => {
    const timer = isReady ? undefined : setTimeout(() => setReady(true), REGION_MS);
    return () => clearTimeout(timer);
  }, [isReady]);
  return isReady;
}

function wordState(t: Messages, state: GenerationState, scope: ScopeValue | null): string {
  const error = errorWords(t, state, scope);
  if (error) return sayError(t, error);
  if (state.status === "running") return t(`progress.${state.stage ?? "starting"}`);
  return state.status === "succeeded" ? t("announce.succeeded") : "";
}

function wordVariation(
  t: Messages,
  state: GenerationState,
  number: number,
  scope: ScopeValue | null,
): string {
  if (state.status === "succeeded") return t("variations.ready", { number });
  if (state.status === "running" || state.status === "idle") return "";
  return t("variations.failed", { number, reason: wordState(t, state, scope) });
}
