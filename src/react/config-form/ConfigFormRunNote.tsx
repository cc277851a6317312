"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useScope } from "../provider/index.js";
import { useConfigFormContext } from "./ConfigFormContext.js";

/**
 * Tells that Generate uses the samples of earlier nodes, where the host gives no `getRunInput`. Renders a `<p>`
 * element, or nothing where real data is used or none is needed.
 */
export const ConfigFormRunNote = createElementPart("ConfigForm.RunNote", "p", () => {
  const { fieldId } = useConfigFormContext("ConfigForm.RunNote");
  const scope = useScope();
  const t = useMessages();
  if (!scope || scope.getRunInput || scope.variables.length === 0) return null;
  return { id: fieldId("form", "run-note"), children: t("configForm.sampleNote") };
});
