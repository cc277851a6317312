"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { hintWords, useMessagesWith } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { useHint } from "./HintContext.js";

/** Takes over what the hint around it names. Renders a `<button>` element, or nothing where it names nothing. */
export const ConfigFormHintApply = createActionButton("ConfigForm.HintApply", () => {
  const { code, params, styleId } = useHint("ConfigForm.HintApply").hint;
  const { setField } = useConfigFormContext("ConfigForm.HintApply");
  const t = useMessagesWith(hintWords);
  return {
    hidden: code !== "style_in_prompt" || styleId === undefined,
    action: () => setField("style", styleId ?? "auto", { commit: true }),
    label: t("hint.style_in_prompt.apply", params),
  };
});
