"use client";
import { useContext, useEffect, useState } from "react";
import { isSafeImageUrl } from "../../client/index.js";
import type { Generation } from "../../contract/index.js";
import type { Store } from "../../internal/createStore.js";
import { Space } from "../internal/Space.js";
import { useIsomorphicLayoutEffect } from "../internal/useIsomorphicLayoutEffect.js";
import { VISUALLY_HIDDEN } from "../internal/visuallyHidden.js";
import { useMessages } from "../messages/index.js";
import { chooseImage, shortenText, statusOf, useFrameShape, useImageRatio } from "../preview/index.js";
import { GenerationStoreContext, useGenerationState, useScope } from "../provider/index.js";
import { ImageIcon } from "./icons.js";
import { RevealRun } from "./RevealRun.js";

/**
 * Preview of the panel until the code of `Panel.Preview` is there, of the same size: the empty stage, a run on its way or
 * the image, without anything to press. Where the code can't be fetched, it says so and offers to try again; so does each
 * change of the run.
 */
export function PanelFirstPreview({ load, unsaid }: PanelFirstPreviewProps) {
  const t = useMessages();
  const scope = useScope();
  const state = useGenerationState(useContext(GenerationStoreContext));
  const chosen = chooseImage(state, undefined, [], undefined, scope?.pinned);
  const { generation, generationIs } = chosen;
  const ratio = useImageRatio(state, generation);
  const frame = useFrameShape({ ratio, generation, state });
  const [hasFailed, tryAgain] = useCode(load, state.status);
  const { status } = state;
  const [turnBefore] = useState(`${status} ${state.startedAt ?? ""}`);
  // A result that a storage had is no news.
  const [hasRun, setHasRun] = useState(status === "running");
  if (status === "running" && !hasRun) setHasRun(true);
  const isUnsaid = hasRun && `${status} ${state.startedAt ?? ""}` !== turnBefore;
  useEffect(() => unsaid.set(isUnsaid), [unsaid, isUnsaid]);
  const isEmpty = status === "idle" && !generation;
  const progress = status === "running" ? t(`progress.${state.stage ?? "starting"}`) : undefined;
  const trouble = hasFailed && !isEmpty ? t("preview.notLoaded") : undefined;
  return (
    <>
      <div data-imagenode-part="panel-head">
        <div
          data-imagenode-part="preview-status"
          data-status={status}
          data-image={generation && generationIs !== "current" ? generationIs : undefined}
        >
          <strong data-imagenode-part="preview-status-word">
            {t(`status.${statusOf({ state, scope, ...chosen })}`)}
          </strong>
        </div>
      </div>
      <div data-imagenode-part="panel-stage">
        <div data-imagenode-part="panel-picture">
          <RevealRun status={status} startedAt={state.startedAt} />
          {(generation || isEmpty || progress !== undefined) && (
            <div data-imagenode-part="preview-frame" {...frame}>
              {isEmpty && (
                <div data-imagenode-part="preview-empty">
                  <ImageIcon size={28} />
                  <span data-imagenode-part="words">{t("preview.empty")}</span>
                </div>
              )}
              {generation && (
                <FirstImage key={generation.output.imageUrl} generation={generation} is={generationIs} />
              )}
              {progress !== undefined && <div data-imagenode-part="preview-progress">{progress}</div>}
            </div>
          )}
        </div>
        {trouble !== undefined && (
          <div data-imagenode-part="preview-feedback">
            <span data-imagenode-part="preview-feedback-text">{trouble}</span>
            <Space />
            <button type="button" data-imagenode-part="preview-feedback-dismiss" onClick={tryAgain}>
              {t("configForm.reload")}
            </button>
          </div>
        )}
      </div>
      <div data-imagenode-part="preview-announcer" role="status" aria-live="polite" style={VISUALLY_HIDDEN}>
        <span key={state.startedAt}>{trouble ?? progress}</span>
      </div>
    </>
  );
}

/** Image by its first link; nothing where that is not safe or does not load, which the code that comes can tell and help. */
function FirstImage({ generation, is }: { generation: Generation; is: string }) {
  const [isBroken, setBroken] = useState(false);
  const { imageUrl } = generation.output;
  const { expiresAt } = generation.image;
  // A link that has ended is not even tried. A server's page has it: when it is read is not known there.
  useIsomorphicLayoutEffect(() => setBroken(Date.parse(expiresAt) <= Date.now()), [expiresAt]);
  if (isBroken || !isSafeImageUrl(imageUrl)) return null;
  return (
    <img
      data-imagenode-part="preview-image"
      data-state={is}
      alt={shortenText(generation.output.prompt, 180)}
      width={generation.image.width}
      height={generation.image.height}
      referrerPolicy="no-referrer"
      src={imageUrl}
      onError={() => setBroken(true)}
    />
  );
}

/** Fetches the code, again with each change of `moment`. Returns whether that failed, and the function that tries again. */
function useCode(load: () => Promise<unknown>, moment: string): [hasFailed: boolean, tryAgain: () => void] {
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    load().catch(() => isOver || setFailed(true));
    return () => {
      isOver = true;
    };
  }, [load, moment, attempt]);
  return [hasFailed, () => setAttempt(attempt + 1)];
}

/** Props of {@link PanelFirstPreview}. */
export interface PanelFirstPreviewProps {
  /** Fetches the code of the whole preview. */
  load: () => Promise<unknown>;
  /** Holds whether a run went on meanwhile, which this preview's live region could not say to its end. */
  unsaid: Store<boolean>;
}
