"use client";
import { useState } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { CompareChanges } from "./CompareChanges.js";
import { CompareStage } from "./CompareStage.js";
import type { HistoryEntry } from "./HistoryEntry.js";
import { PictureStrip } from "./PictureStrip.js";
import { usePreview } from "./PreviewContext.js";

const LAYOUTS = ["slider", "side"] as const;

/**
 * Two pictures of this node, one laid over the other or side by side, and in which settings they differ. Renders a
 * `<div>` element, or nothing where there are not two.
 */
export const PreviewCompare = createElementPart<PreviewCompareProps>(
  "Preview.Compare",
  "div",
  (props) => {
    const { history, shown } = usePreview("Preview.Compare");
    const t = useMessages();
    const [layout, setLayout] = useState(props.defaultLayout ?? "slider");
    const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
    const find = (id: string | undefined) => history.find((entry) => entry.generation.id === id);
    const after = props.after ?? find(chosen.after) ?? shown ?? history[0];
    // The picture before the one that is shown, or after it where that is the oldest.
    const place = history.findIndex((entry) => entry.generation.id === after?.generation.id);
    const before = props.before ?? find(chosen.before) ?? history[place + 1] ?? history[place - 1];
    if (!before || !after) return null;
    const sides = [
      { side: "before", entry: before, given: props.before },
      { side: "after", entry: after, given: props.after },
    ] as const;
    return {
      "data-layout": layout,
      children: (
        <>
          <div role="group" aria-label={t("compare.layout")} data-imagenode-part="preview-compare-layouts">
            {LAYOUTS.map((name) => (
              <button
                key={name}
                type="button"
                data-imagenode-part="preview-compare-layout"
                aria-pressed={layout === name}
                onClick={() => setLayout(name)}
              >
                {t(`compare.${name}`)}
              </button>
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
                      <PictureStrip
                        entries={history}
                        selectedId={entry.generation.id}
                        onSelect={(id) => setChosen({ ...chosen, [side]: id })}
                      />
                    </div>
                  ),
              )}
            </div>
          )}
          <CompareChanges before={before} after={after} />
        </>
      ),
    };
  },
  false,
  ["before", "after", "defaultLayout"],
);

/** Props of {@link PreviewCompare}. */
export interface PreviewCompareProps extends ElementPartProps {
  /** The picture on the start side. @default one that can be chosen from the history */
  before?: HistoryEntry | undefined;
  /** The picture on the end side. @default the one that is shown */
  after?: HistoryEntry | undefined;
  /** How they are laid out at first. @default "slider" */
  defaultLayout?: (typeof LAYOUTS)[number] | undefined;
}
