"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { joinSentences, useMessages } from "../messages/index.js";
import { useScope } from "../provider/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";

/**
 * Lists the upstream outputs that go to the prompt model, and those held back as sensitive. Renders a `<div>` element;
 * `data-state="empty"` where Auto has nothing to write from.
 */
export const ConfigFormSentData = createElementPart("ConfigForm.SentData", "div", () => {
  const context = useConfigFormContext("ConfigForm.SentData");
  const mode = useFieldValue(context, "prompt.mode");
  const sources = useScope()?.variables ?? [];
  const t = useMessages();
  if (mode !== "auto" && mode !== "prompt_ai") return null;
  const list = new Intl.ListFormat(t.locale, { type: "conjunction" });
  const sent = sources.filter((source) => !source.sensitive).map((source) => source.label || source.slug);
  const held = sources.filter((source) => source.sensitive).map((source) => source.label || source.slug);
  if (sent.length === 0 && mode === "auto") {
    return {
      "data-state": "empty",
      children: (
        <>
          <strong>{t("sentData.emptyTitle")}</strong>
          <p>{t("sentData.empty")}</p>
        </>
      ),
    };
  }
  if (sent.length === 0) return null;
  return {
    "data-state": "sent",
    children: (
      <p>
        {joinSentences(
          t("sentData.sent", { nodes: list.format(sent), count: sent.length }),
          ...(held.length > 0 ? [t("sentData.held", { nodes: list.format(held), count: held.length })] : []),
        )}
      </p>
    ),
  };
});

/** Attributes of the list. */
export interface ConfigFormSentDataState {
  /** @selector [data-state] */
  state: "sent" | "empty";
}
