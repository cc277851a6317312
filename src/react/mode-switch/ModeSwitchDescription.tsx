"use client";
import { useContext } from "react";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useModeSwitch } from "./ModeSwitchContext.js";

/**
 * Describes the chosen mode in a line: what is sent and what is paid, and where a text is that was written by hand. Renders a
 * `<p>` element.
 */
export const ModeSwitchDescription = createElementPart("ModeSwitch.Description", "p", () => {
  const { mode } = useModeSwitch("ModeSwitch.Description");
  const t = useMessages();
  const kept = useFieldValue(useContext(OptionalConfigFormContext), "prompt.template");
  const description = t(`mode.${mode}.description`);
  const isKept = mode !== "manual" && !!kept?.trim();
  return { children: isKept ? `${description} ${t("mode.kept")}` : description };
});
