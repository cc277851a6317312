"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { hintWords, useMessagesWith } from "../messages/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";
import { useHint } from "./HintContext.js";

/** Dismisses the hint around it for as long as the form is there. Renders a `<button>` element without words. */
export const ConfigFormHintDismiss = createActionButton("ConfigForm.HintDismiss", () => {
  const { key, path } = useHint("ConfigForm.HintDismiss");
  const { dismissedHints, focusField } = useConfigFormContext("ConfigForm.HintDismiss");
  const label = useMessagesWith(hintWords)("hint.dismiss");
  return {
    action: () => {
      dismissedHints.set([...dismissedHints.get(), key]);
      // The button goes away with its hint; the focus must not fall to the page.
      focusField(path);
    },
    label: "",
    attributes: { title: label },
  };
});
