"use client";
import { Space } from "../internal/Space.js";
import { Fragment } from "react";
import { createElementPart, type ElementPartProps } from "../internal/createElementPart.js";
import { editorWords, useWords } from "../messages/index.js";
import { useSuggestionList } from "./SuggestionListContext.js";

/**
 * Names the keys that do something in the list as it is, and how many variables match in all. Seen only: the status says
 * the same. Renders a `<div>`.
 */
export const PromptEditorHint = createElementPart<PromptEditorHintProps>("PromptEditor.Hint", "div", () => {
  const { items, active, total } = useSuggestionList("PromptEditor.Hint");
  const t = useWords(editorWords);
  const row = items[active];
  const keys = row?.branch ? ["Open", "Whole"] : row ? ["Insert"] : [];
  const hints = [...keys, "Close"].map((key) => (
    <Fragment key={key}>
      <span data-imagenode-part="prompt-editor-hint-key">{t(`promptEditor.hint${key}`)}</span>
      <Space />
    </Fragment>
  ));
  const count = row && (
    <span key="count" data-imagenode-part="prompt-editor-hint-count">
      {t("promptEditor.hintCount", { shown: items.length, total })}
    </span>
  );
  return { "aria-hidden": true, children: [...hints, count] };
});

/** Props of {@link PromptEditorHint}. */
export type PromptEditorHintProps = ElementPartProps;
