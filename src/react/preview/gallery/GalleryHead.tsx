"use client";
import { useMemo } from "react";
import { Space } from "../../internal/Space.js";
import {
  errorKey,
  faultWords,
  galleryWords,
  resultWords,
  useMessagesWith,
  wordSpent,
} from "../../messages/index.js";
import type { Messages } from "../../messages/index.js";
import { useCatalog } from "../../provider/index.js";
import { totalCost } from "../totalCost.js";
import type { Batch, BatchState } from "./Batch.js";

/** Tells above a batch how far it is and what it cost, and ends it. */
export function GalleryHead({ batch }: { batch: RunningBatch }) {
  const t = useMessagesWith(resultWords, faultWords, galleryWords);
  const { items, succeeded, failed, status, usage, usageIsPartial } = batch.state;
  const cost = useMemo(() => totalCost(usage), [usage]);
  const done = succeeded + failed;
  return (
    <div data-imagenode-part="preview-gallery-head">
      <span data-imagenode-part="preview-gallery-count" dir="auto">
        <span role="status">{status === "done" && wordOutcome(t, batch.state)}</span>
        {status === "running" && (
          <span data-imagenode-part="words">{t("gallery.progress", { done, total: items.length })}</span>
        )}
        {status === "idle" && <span data-imagenode-part="words">{t("gallery.empty")}</span>}
      </span>
      <Space />
      {cost && (
        <span data-imagenode-part="preview-gallery-cost" dir="auto">
          {usageIsPartial ? t("gallery.atLeast", { amount: wordSpent(t, cost) }) : wordSpent(t, cost)}
        </span>
      )}
      <Space />
      {status === "running" && <GalleryTools batch={batch} />}
      {status === "running" && (
        <progress
          data-imagenode-part="preview-gallery-progress"
          aria-label={t("gallery.label")}
          max={items.length}
          value={done}
        />
      )}
    </div>
  );
}

/** Words how a batch ended: how many images there are, how many failed and how many were not begun. */
function wordOutcome(t: Messages, { items, succeeded, failed, undone }: BatchState): string {
  const done = t("gallery.done", { count: succeeded });
  const ended =
    failed > 0
      ? t("gallery.doneAndFailed", { done, failed: t("gallery.failedCount", { count: failed }) })
      : done;
  return undone > 0
    ? t("gallery.endedAndLeft", {
        ended,
        left: t("gallery.left", { count: undone, reason: wordReason(t, items) }),
      })
    : ended;
}

/** Words why the rest of a batch was not begun. */
function wordReason(t: Messages, items: BatchState["items"]): string {
  const error = items.find(({ status }) => status === "undone")?.error;
  return t(`${errorKey(t, error ?? { kind: "unknown" })}.title`);
}

function GalleryTools({ batch }: { batch: RunningBatch }) {
  const t = useMessagesWith(resultWords, faultWords, galleryWords);
  const { catalog } = useCatalog();
  return (
    <span data-imagenode-part="preview-gallery-tools">
      {catalog?.features.runs && (
        <button
          type="button"
          data-imagenode-part="preview-gallery-cancel"
          onClick={() => void batch.cancel()}
        >
          {t("preview.cancel")}
        </button>
      )}
      <Space />
      <button type="button" data-imagenode-part="preview-gallery-stop" onClick={batch.stop}>
        {t("preview.stopWaiting")}
      </button>
    </span>
  );
}

interface RunningBatch extends Pick<Batch, "stop" | "cancel"> {
  state: BatchState;
}
