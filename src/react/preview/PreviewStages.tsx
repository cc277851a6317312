"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";
import { changedWords } from "./changedWords.js";
import { copyText } from "./pictureActions.js";

const STAGES = ["template", "resolved", "written", "sent", "revised"] as const;

/**
 * The prompt on its way: as configured, with values, as written, as sent, as revised; what changed is marked, what did
 * not change is left out. Renders a `<dl>` element, or nothing while nothing is known.
 */
export const PreviewStages = createElementPart("Preview.Stages", "dl", () => {
  const { state, picture, announce } = usePreview("Preview.Stages");
  const t = useMessages();
  const stages = picture?.stages ?? state.stages;
  if (!stages) return null;
  const rows: { name: string; text: string; before: string | undefined }[] = [];
  for (const name of STAGES) {
    const text = stages[name];
    const before = rows.at(-1)?.text;
    if (text && text !== before) rows.push({ name, text, before });
  }
  if (rows.length === 0) return null;
  const copy = (text: string) => {
    copyText(text).then(
      () => announce(t("stages.copied")),
      () => announce(t("stages.copyFailed")),
    );
  };
  return {
    children: rows.map(({ name, text, before }) => (
      <div key={name} data-imagenode-part="preview-stage" data-stage={name}>
        <dt data-imagenode-part="preview-stage-name">{t(`stages.${name}`)}</dt>
        <dd data-imagenode-part="preview-stage-text" dir="auto">
          {before === undefined
            ? text
            : changedWords(before, text).map((run, index) =>
                run.changed ? <ins key={index}>{run.text}</ins> : run.text,
              )}
        </dd>
        <dd data-imagenode-part="preview-stage-tools">
          <button
            type="button"
            data-imagenode-part="preview-stage-copy"
            aria-label={t("stages.copyLabel", { stage: t(`stages.${name}`) })}
            onClick={() => copy(text)}
          >
            {t("stages.copy")}
          </button>
        </dd>
      </div>
    )),
  };
});
