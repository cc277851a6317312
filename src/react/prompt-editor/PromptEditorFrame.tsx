"use client";
import { createElementPart, type ElementPartProps } from "../internal/createElementPart.js";
import { usePromptEditor } from "./PromptEditorContext.js";

/**
 * Frames the text field and what belongs to it, such as a toolbar; the style sheet draws one edge around all of it. A
 * field without a frame has an edge of its own. Renders a `<div>`.
 *
 * @example
 * <PromptEditor.Frame>
 *   <PromptEditor.Highlight />
 *   <PromptEditor.Input />
 *   <PromptEditor.InsertButton />
 * </PromptEditor.Frame>
 */
export const PromptEditorFrame = createElementPart<PromptEditorFrameProps>(
  "PromptEditor.Frame",
  "div",
  () => {
    usePromptEditor("PromptEditor.Frame");
    return {};
  },
);

/** Props of {@link PromptEditorFrame}. */
export type PromptEditorFrameProps = ElementPartProps;
