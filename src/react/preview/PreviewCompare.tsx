"use client";
import { useState } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import type { CompareLayout } from "./compare/CompareBody.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import { usePreviewContext } from "./PreviewContext.js";

const useBody = createLazy(() => import("./compare/CompareBody.js"));

/**
 * Compares two images of this node, one laid over the other or side by side, and lists the settings in which they
 * differ. Renders a `<div>` element, or nothing where there are not two.
 */
export const PreviewCompare = createElementPart<PreviewCompareProps>(
  "Preview.Compare",
  "div",
  (props) => {
    const { history, shown } = usePreviewContext("Preview.Compare");
    const [layout, setLayout] = useState(props.defaultLayout ?? "slider");
    const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
    const find = (id: string | undefined) => history.find((entry) => entry.generation.id === id);
    const after = props.after ?? find(chosen.after) ?? shown ?? history[0];
    // The image before the one that is shown, or after it where that is the oldest.
    const place = history.findIndex((entry) => entry.generation.id === after?.generation.id);
    const before = props.before ?? find(chosen.before) ?? history[place + 1] ?? history[place - 1];
    const body = useBody(before !== undefined && after !== undefined);
    if (!before || !after) return null;
    return {
      "data-layout": layout,
      children: body && (
        <body.CompareBody
          sides={[
            { side: "before", entry: before, given: props.before !== undefined },
            { side: "after", entry: after, given: props.after !== undefined },
          ]}
          history={history}
          layout={layout}
          onLayout={setLayout}
          onChoose={(side, id) => setChosen({ ...chosen, [side]: id })}
        />
      ),
    };
  },
  false,
  ["before", "after", "defaultLayout"],
);

/** Attributes of the comparison. */
export interface PreviewCompareState {
  /** @selector [data-layout] */
  layout: CompareLayout;
}

/** Props of {@link PreviewCompare}. */
export interface PreviewCompareProps extends ElementPartProps {
  /** Image on the start side. By default a person chooses one from the history. */
  before?: HistoryEntry | undefined;
  /** Image on the end side. By default the one that is shown. */
  after?: HistoryEntry | undefined;
  /** Layout to begin with. A slider by default. @default "slider" */
  defaultLayout?: CompareLayout | undefined;
}
