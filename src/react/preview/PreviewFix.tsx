"use client";
import { useContext } from "react";
import { flushSync } from "react-dom";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { GenerationStoreContext } from "../provider/index.js";
import { getErrorActions } from "./getErrorActions.js";
import { usePreview } from "./PreviewContext.js";

/**
 * Leads to the place in the form that has to change: the prompt (at the missing variable), a model, or the
 * field that was refused. Renders a
 * `<button>` element, or nothing where nothing in the form would help.
 */
export const PreviewFix = createActionButton("Preview.Fix", () => {
  const { state } = usePreview("Preview.Fix");
  const form = useContext(OptionalConfigFormContext);
  const bridge = useContext(GenerationStoreContext)?.bridge;
  const t = useMessages();
  const fix = getErrorActions(state)?.fix;
  const go = () => {
    const focusField = form?.focusField ?? bridge?.focusField;
    const mode = state.request?.config.prompt.mode;
    // The text of another mode is hidden, and what is hidden takes no focus.
    if (fix === "prompt" && mode !== undefined) flushSync(() => form?.setField("prompt.mode", mode));
    const variable = state.error?.errors?.find((fault) => fault.variable)?.variable;
    const prompt =
      mode === "auto" ? "prompt.mode" : mode === "prompt_ai" ? "prompt.instructions" : "prompt.template";
    const [fault] = state.error?.errors ?? [];
    const faulty = fault?.pointer.replace("#/config/", "").replaceAll("/", ".");
    const field = fix === "prompt" ? prompt : fix === "settings" ? faulty : fix;
    focusField?.(field ?? "", variable);
  };
  return {
    action: go,
    label: t(`preview.fix.${fix ?? "prompt"}`),
    hidden: fix === undefined || !(form || bridge),
  };
});
