"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { joinSentences, useMessages } from "../messages/index.js";
import { useFormBridge, useFormValue } from "../provider/index.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

/**
 * Describes the chosen mode in a line: what is sent and what is paid, and where a text is that was written by hand. Renders a
 * `<p>` element.
 */
export const ModeSwitchDescription = createElementPart("ModeSwitch.Description", "p", () => {
  const { mode } = useModeSwitch("ModeSwitch.Description");
  const t = useMessages();
  const isWritten = useFormValue(useFormBridge()?.values, ({ prompt }) => prompt.template.trim() !== "");
  const description = t(`mode.${mode}.description`);
  const isKept = mode !== "manual" && isWritten === true;
  return { children: isKept ? joinSentences(description, t("mode.kept")) : description };
});
