"use client";
import { useState } from "react";
import { createElementPart } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { useMessages } from "../messages/index.js";
import { ImageStrip } from "./history/ImageStrip.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Number of images that the row shows before a person asks for all: as many as the page keeps by itself. */
const SHOWN = 12;

/**
 * Row of the node's earlier images, to look at again: one stop of the Tab key, arrow keys go along it. Shows the twelve
 * newest and says how many there are; all of them at the press of a button where the host keeps them (`history`). Renders a
 * `<div role="group">` element from two images on.
 */
export const PreviewHistory = createElementPart("Preview.History", "div", () => {
  const { history, historyTotal, generation, select } = usePreviewContext("Preview.History");
  const t = useMessages();
  const [isWhole, setIsWhole] = useState(false);
  if (history.length < 2) return null;
  const entries = isWhole ? history : history.slice(0, SHOWN);
  return {
    role: "group",
    "aria-label": t("history.label"),
    children: (
      <>
        <div data-imagenode-part="preview-history-strip">
          <ImageStrip entries={entries} total={historyTotal} selectedId={generation?.id} onSelect={select} />
        </div>
        {entries.length < historyTotal && (
          <div data-imagenode-part="preview-history-note">
            <span data-imagenode-part="words">
              {t("history.newest", { count: entries.length, total: historyTotal })}
            </span>
            <Space />
            {entries.length < history.length && (
              <button
                type="button"
                data-imagenode-part="preview-history-all"
                onClick={() => setIsWhole(true)}
              >
                {t("history.all", { count: history.length })}
              </button>
            )}
          </div>
        )}
      </>
    ),
  };
});
