"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { previewValue } from "./previewValue.js";
import { useSuggestion } from "./SuggestionContext.js";
import { TYPE_GLYPHS } from "./typeGlyphs.js";

/** The variable's type as one glyph. Renders a `<span>`. */
export const SuggestionType = createElementPart("PromptEditor.SuggestionType", "span", () => {
  const { variable } = useSuggestion("PromptEditor.SuggestionType");
  const t = useMessages();
  return {
    role: "img",
    "aria-label": t(`promptEditor.type.${variable.type}`),
    "data-type": variable.type,
    children: TYPE_GLYPHS[variable.type],
  };
});

/** The variable's path. Renders a `<span>`. */
export const SuggestionPath = createElementPart("PromptEditor.SuggestionPath", "span", () => {
  const { variable } = useSuggestion("PromptEditor.SuggestionPath");
  return { dir: "ltr", children: variable.path };
});

/** What the variable holds in the sample: in every row where it is short, written out in the active row only. */
export const SuggestionValue = createElementPart("PromptEditor.SuggestionValue", "span", () => {
  const { variable, active } = useSuggestion("PromptEditor.SuggestionValue");
  const t = useMessages();
  const value = previewValue(variable, active, t("promptEditor.masked"));
  return value === null ? null : { children: value };
});

/** The node that provides the variable. Renders a `<span>`. */
export const SuggestionSource = createElementPart("PromptEditor.SuggestionSource", "span", () => {
  const { variable } = useSuggestion("PromptEditor.SuggestionSource");
  return { children: variable.source.label };
});
