"use client";
import { createElementPart, type ElementPartProps } from "../internal/createElementPart.js";
import { editorWords, useWords } from "../messages/index.js";
import { useSuggestionList } from "./SuggestionListContext.js";

/** Says that no variable matches. Renders a `<div>`. */
export const PromptEditorEmpty = createElementPart<PromptEditorEmptyProps>(
  "PromptEditor.Empty",
  "div",
  () => {
    const { trigger } = useSuggestionList("PromptEditor.Empty");
    const t = useWords(editorWords);
    const query = trigger?.query.trim() ?? "";
    // The status says it aloud; a list holds nothing but options.
    return {
      "aria-hidden": true,
      children: query ? t("promptEditor.empty", { query }) : t("promptEditor.emptyAll"),
    };
  },
);

/** Props of {@link PromptEditorEmpty}. */
export type PromptEditorEmptyProps = ElementPartProps;
