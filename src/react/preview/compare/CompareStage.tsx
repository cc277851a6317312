"use client";
import { useState } from "react";
import type { CSSProperties } from "react";
import { compareWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { useImageNodeClient } from "../../provider/index.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";
import { shortenText } from "../shortenText.js";
import { useImageLink } from "../link/useImageLink.js";

/** Shows two images, always from left to right: they are images, not text. */
export function CompareStage({ before, after, layout }: CompareStageProps) {
  const t = useMessagesWith(resultWords, compareWords);
  const [split, setSplit] = useState(50);
  const { width, height } = after.generation.image;
  return (
    <div
      dir="ltr"
      data-imagenode-part="preview-compare-stage"
      data-layout={layout}
      style={
        {
          "--imagenode-split": `${split}%`,
          "--imagenode-width": width,
          "--imagenode-height": height,
        } as CSSProperties
      }
    >
      <CompareSide side="before" entry={before} />
      <CompareSide side="after" entry={after} />
      {layout === "slider" && (
        <>
          <span data-imagenode-part="preview-compare-line" />
          <input
            type="range"
            form=""
            min={0}
            max={100}
            value={split}
            aria-label={t("compare.split")}
            aria-valuetext={t("compare.splitValue", { percent: split })}
            data-imagenode-part="preview-compare-range"
            onChange={(event) => setSplit(event.target.valueAsNumber)}
          />
        </>
      )}
    </div>
  );
}

function CompareSide({ side, entry }: { side: "before" | "after"; entry: HistoryEntry }) {
  const t = useMessagesWith(resultWords, compareWords);
  const { generation } = entry;
  const link = useImageLink(generation, useImageNodeClient());
  return (
    <figure data-imagenode-part="preview-compare-side" data-side={side} data-state={link.status}>
      {link.src === undefined ? (
        <span data-imagenode-part="preview-compare-missing">
          {t(link.status === "refreshing" ? "link.refreshing" : `link.${link.status}.title`)}
        </span>
      ) : (
        <img
          src={link.src}
          alt={shortenText(generation.output.prompt, 180)}
          width={generation.image.width}
          height={generation.image.height}
          referrerPolicy="no-referrer"
          onError={link.onError}
        />
      )}
      <figcaption data-imagenode-part="preview-compare-caption">{t(`compare.${side}`)}</figcaption>
    </figure>
  );
}

interface CompareStageProps {
  before: HistoryEntry;
  after: HistoryEntry;
  layout: "slider" | "side";
}

/** Attributes of the two images that are compared. */
export interface CompareStageState {
  /** @selector [data-layout] */
  layout: "slider" | "side";
  /** @selector [data-side] On each image. */
  side: "before" | "after";
  /** @selector [data-state] On each image: its link. */
  state: "none" | "fresh" | "refreshing" | "broken" | "expired" | "deleted" | "unsafe";
}
