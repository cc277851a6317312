"use client";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import {
  errorKey,
  faultWords,
  joinTitle,
  resultWords,
  useMessagesWith,
  wordSpent,
} from "../messages/index.js";
import { useCatalog, useFormBridge, useFormValue } from "../provider/index.js";
import { totalCost } from "./totalCost.js";
import { usePreviewContext } from "./PreviewContext.js";

/**
 * Has the prompt written without paying for an image, and draws exactly that one if it is liked; `Preview.Stages` shows
 * it. Renders a `<div>` element inside of a form whose prompt is written by a model, where the back end can do it.
 */
export const PreviewPromptPreview = createElementPart("Preview.PromptPreview", "div", () => {
  const { promptPreview, state } = usePreviewContext("Preview.PromptPreview");
  const { catalog } = useCatalog();
  const mode = useFormValue(useFormBridge()?.values, (config) => config.prompt.mode);
  const t = useMessagesWith(resultWords, faultWords);
  const { status, preview, error, write, draw, discard } = promptPreview;
  if (!write || mode === "manual" || !catalog?.features.prompts || state.status === "running") return null;
  const cost = totalCost(preview?.usage);
  const note = t(error ? `${errorKey(t, error)}.title` : `promptPreview.${status}`);
  return {
    "data-state": status,
    children: (
      <>
        <span data-imagenode-part="preview-prompt-note">
          {cost && cost.amount > 0
            ? joinTitle(t, note, t("promptPreview.cost", { amount: wordSpent(t, cost) }))
            : note}
        </span>
        <Space />
        {status === "ready" && (
          <button type="button" data-imagenode-part="preview-prompt-draw" onClick={draw}>
            {t("promptPreview.draw")}
          </button>
        )}
        <Space />
        <button
          type="button"
          data-imagenode-part="preview-prompt-write"
          aria-disabled={status === "busy" || undefined}
          onClick={status === "busy" ? undefined : write}
        >
          {t(status === "ready" || status === "failed" ? "promptPreview.again" : "promptPreview.write")}
        </button>
        <Space />
        {status === "ready" && (
          <button type="button" data-imagenode-part="preview-prompt-discard" onClick={discard}>
            {t("promptPreview.discard")}
          </button>
        )}
      </>
    ),
  };
});

/** Attributes of the written prompt. */
export interface PreviewPromptPreviewState {
  /** @selector [data-state] */
  state: "idle" | "busy" | "ready" | "failed";
}
