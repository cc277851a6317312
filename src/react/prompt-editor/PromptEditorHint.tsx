"use client";
import { createElementPart, type ElementPartProps } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useSuggestionList } from "./SuggestionListContext.js";

/**
 * Names the list's keys and how many variables match in all. Seen only: the status says the same. Renders a `<div>`.
 */
export const PromptEditorHint = createElementPart<PromptEditorHintProps>("PromptEditor.Hint", "div", () => {
  const { items, total } = useSuggestionList("PromptEditor.Hint");
  const t = useMessages();
  const keys = ["Insert", "Open", "Close"].map((key) => (
    <span key={key} data-imagenode-part="prompt-editor-hint-key">
      {t(`promptEditor.hint${key}`)}
    </span>
  ));
  const count = (
    <span key="count" data-imagenode-part="prompt-editor-hint-count">
      {t("promptEditor.hintCount", { shown: items.length, total })}
    </span>
  );
  return { "aria-hidden": true, children: [...keys, count] };
});

/** Props of {@link PromptEditorHint}. */
export type PromptEditorHintProps = ElementPartProps;
