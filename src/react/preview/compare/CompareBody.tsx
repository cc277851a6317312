"use client";
import { Fragment } from "react";
import { Space } from "../../internal/Space.js";
import { compareWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { CompareChanges } from "./CompareChanges.js";
import { CompareStage } from "./CompareStage.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";
import { ImageStrip } from "../history/ImageStrip.js";

/** Layout of two images. */
export type CompareLayout = (typeof LAYOUTS)[number];
const LAYOUTS = ["slider", "side"] as const;

/** Content of a comparison; fetched when there is one. */
export function CompareBody({ sides, history, layout, onLayout, onChoose }: CompareBodyProps) {
  const t = useMessagesWith(resultWords, compareWords);
  const [{ entry: before }, { entry: after }] = sides;
  return (
    <>
      <div role="group" aria-label={t("compare.layout")} data-imagenode-part="preview-compare-layouts">
        {LAYOUTS.map((name) => (
          <Fragment key={name}>
            <button
              type="button"
              data-imagenode-part="preview-compare-layout"
              aria-pressed={layout === name}
              onClick={() => onLayout(name)}
            >
              {t(`compare.${name}`)}
            </button>
            <Space />
          </Fragment>
        ))}
      </div>
      <CompareStage before={before} after={after} layout={layout} />
      {history.length > 2 && (
        <div data-imagenode-part="preview-compare-choices">
          {sides.map(
            ({ side, entry, given }) =>
              !given && (
                <div
                  key={side}
                  role="group"
                  aria-label={t(`compare.choose.${side}`)}
                  data-imagenode-part="preview-compare-choice"
                >
                  <span data-imagenode-part="preview-compare-choice-name" aria-hidden="true">
                    {t(`compare.${side}`)}
                  </span>
                  <div data-imagenode-part="preview-compare-strip">
                    <ImageStrip
                      entries={history}
                      selectedId={entry.generation.id}
                      onSelect={(id) => onChoose(side, id)}
                    />
                  </div>
                </div>
              ),
          )}
        </div>
      )}
      <CompareChanges before={before} after={after} />
    </>
  );
}

interface Side {
  side: "before" | "after";
  entry: HistoryEntry;
  /** Whether the host chose it. */
  given: boolean;
}

interface CompareBodyProps {
  sides: readonly [Side, Side];
  history: readonly HistoryEntry[];
  layout: CompareLayout;
  onLayout: (layout: CompareLayout) => void;
  onChoose: (side: Side["side"], id: string) => void;
}
