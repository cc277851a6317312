"use client";
import { flushSync } from "react-dom";
import type { GenerationState } from "../../client/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { useFormBridge } from "../provider/index.js";
import type { ErrorActions } from "./errors/getErrorActions.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useAdvice } from "./useAdvice.js";

/**
 * Leads to the place in the form that has to change: the prompt (at the missing variable), a model, or the refused
 * field. Renders a `<button>` element, or nothing where nothing in the form would help.
 */
export const PreviewFix = createActionButton("Preview.Fix", () => {
  const { state } = usePreviewContext("Preview.Fix");
  const bridge = useFormBridge();
  const t = useMessagesWith(resultWords);
  const fix = useAdvice("Preview.Fix")?.fix;
  const go = () => {
    const mode = state.request?.config.prompt.mode;
    // The text of another mode is hidden, and what is hidden takes no focus.
    if (fix === "prompt" && mode !== undefined) flushSync(() => bridge?.values?.setMode(mode));
    const variable = state.error?.errors?.find((fault) => fault.variable)?.variable;
    bridge?.focusField(fieldOf(state, fix) ?? "", variable);
  };
  return {
    action: go,
    label: t(`preview.fix.${fix ?? "prompt"}`),
    hidden: fix === undefined || !bridge,
  };
});

/** Returns the path of the field that has to change. */
function fieldOf(state: GenerationState, fix: ErrorActions["fix"]): string | undefined {
  if (fix === "prompt") {
    const mode = state.request?.config.prompt.mode;
    if (mode === "auto") return "prompt.mode";
    return mode === "prompt_ai" ? "prompt.instructions" : "prompt.template";
  }
  if (fix !== "settings") return fix;
  const fault = state.error?.errors?.find(({ pointer }) => pointer.startsWith("#/config/"));
  // A fault at a picture of the request alone: the form says at its list which one.
  return fault?.pointer.replace("#/config/", "").replaceAll("/", ".") ?? "references";
}
