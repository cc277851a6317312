"use client";
import { findImageModel, readReferences } from "../../contract/index.js";
import { referenceMessages } from "../config-form/references/index.js";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useFormBridge, useFormValue } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { shortenText } from "./shortenText.js";
import { useConfigWriter } from "./useConfigWriter.js";

/**
 * Adds the shown image to the reference images of the form, or passes the configuration with it to the root's
 * `onConfigChange`. Renders a `<button>` element, or nothing where the chosen model takes no pictures or has this one.
 */
export const PreviewUseAsReference = createActionButton("Preview.UseAsReference", () => {
  const { generation, announce } = usePreviewContext("Preview.UseAsReference");
  const { catalog } = useCatalog();
  const writer = useConfigWriter("Preview.UseAsReference");
  const t = referenceMessages(useMessages());
  const { attachmentId, prompt } = generation?.output ?? {};
  const values = useFormBridge()?.values;
  const imageModel = useFormValue(values, (config) => config.imageModel) ?? writer?.read()?.imageModel;
  const has = (config: unknown) =>
    readReferences(config).some((reference) => reference.attachmentId === attachmentId);
  const isUsed = useFormValue(values, has) ?? has(writer?.read());
  const max = (catalog && findImageModel({ imageModel }, catalog)?.references?.max) ?? 0;
  const use = () => {
    const config = writer?.read();
    if (!config || attachmentId === undefined) return;
    const label = shortenText(prompt ?? "", 40);
    const reference = { attachmentId, ...(label !== "" && { label }) };
    writer?.write({ ...config, references: [...(config.references ?? []), reference] });
    announce(t("referenceImages.used"));
  };
  return {
    action: use,
    label: t("referenceImages.use"),
    hidden: attachmentId === undefined || max === 0 || isUsed || !writer,
  };
});
