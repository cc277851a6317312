"use client";
import { useContext } from "react";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";

/**
 * Takes the settings of the earlier picture that is shown back into the form, or hands them to the root's
 * `onRestoreSettings`. Renders a `<button>` element while an earlier picture with known settings is shown.
 */
export const PreviewRestore = createActionButton("Preview.Restore", () => {
  const { shown, pictureIs, onRestoreSettings, announce } = usePreview("Preview.Restore");
  const form = useContext(OptionalConfigFormContext);
  const t = useMessages();
  const config = shown?.config;
  const restore = () => {
    if (!config) return;
    if (onRestoreSettings) onRestoreSettings(config);
    else if (form) {
      const { template, instructions, mode } = config.prompt;
      form.setField("prompt.template", template);
      form.setField("prompt.instructions", instructions);
      form.setField("prompt.mode", mode);
      form.setField("imageModel", config.imageModel);
      form.setField("promptModel", config.promptModel);
      form.setField("aspectRatio", config.aspectRatio);
      form.setField("style", config.style);
      form.commit();
    }
    announce(t("history.restored"));
  };
  const possible = onRestoreSettings !== undefined || (form && !form.readOnly && !form.disabled);
  return {
    action: restore,
    label: t("history.restore"),
    hidden: pictureIs !== "selected" || !config || !possible,
  };
});
