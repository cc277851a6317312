"use client";
import { useState } from "react";
import { Space } from "../../internal/Space.js";
import { historyWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { usePreviewContext } from "../PreviewContext.js";
import { ImageStrip } from "./ImageStrip.js";

/** Number of images that the row shows before a person asks for all: as many as the page keeps by itself. */
const SHOWN = 12;

/** Content of `Preview.History`; fetched with the second image. */
export function HistoryStrip() {
  const { history, historyTotal, generation, select } = usePreviewContext("Preview.History");
  const t = useMessagesWith(resultWords, historyWords);
  const [isWhole, setIsWhole] = useState(false);
  const entries = isWhole ? history : history.slice(0, SHOWN);
  return (
    <>
      <div data-imagenode-part="preview-history-strip">
        <ImageStrip entries={entries} total={historyTotal} selectedId={generation?.id} onSelect={select} />
      </div>
      {entries.length < historyTotal && (
        <div data-imagenode-part="preview-history-note">
          <span data-imagenode-part="words" dir="auto">
            {t("history.newest", { count: entries.length, total: historyTotal })}
          </span>
          <Space />
          {entries.length < history.length && (
            <button type="button" data-imagenode-part="preview-history-all" onClick={() => setIsWhole(true)}>
              {t("history.all", { count: history.length })}
            </button>
          )}
        </div>
      )}
    </>
  );
}
