"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { usePreview } from "./PreviewContext.js";
import { changedWords } from "./compare/changedWords.js";
import { copyText } from "./copyText.js";
import { useLockedPrompt } from "./useLockedPrompt.js";

const STAGES = ["template", "resolved", "written", "sent", "revised"] as const;
/** What a model made of the words: only that is worth taking over. */
const BY_MODEL: ReadonlySet<string> = new Set(["written", "revised"]);

/**
 * The prompt on its way: as configured, with values, as written, as sent, as revised; what changed is marked, what did
 * not change is left out. What a model wrote can be taken over into Manual. Renders a `<dl>` element, or nothing while
 * nothing is known; `data-state` is "preview" for a prompt that was not drawn.
 */
export const PreviewStages = createElementPart("Preview.Stages", "dl", () => {
  const { state, generation, promptPreview, announce, setTrouble } = usePreview("Preview.Stages");
  const t = useMessages();
  const { lock, undo, locked } = useLockedPrompt();
  const written = promptPreview.preview?.stages;
  const stages = written ?? generation?.stages ?? state.stages;
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
      () => {
        announce(t("stages.copyFailed"));
        setTrouble({ words: t("stages.copyFailed"), text });
      },
    );
  };
  const take = (text: string) => {
    lock?.(text);
    announce(t("stages.used"));
  };
  const takeBack = () => {
    undo?.();
    announce(t("stages.undone"));
  };
  return {
    "data-state": written ? "preview" : "run",
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
          {lock && BY_MODEL.has(name) && (
            // One button for both: the focus stays where it is.
            <button
              type="button"
              data-imagenode-part="preview-stage-use"
              data-state={undo && locked === text ? "used" : "idle"}
              onClick={undo && locked === text ? takeBack : () => take(text)}
            >
              {t(undo && locked === text ? "stages.undo" : "stages.use")}
            </button>
          )}
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

/** Attributes of the stages. */
export interface PreviewStagesState {
  /** @selector [data-state] "preview": written without drawing; on the button of a stage "used" or "idle". */
  state: "run" | "preview";
  /** @selector [data-stage] On each stage. */
  stage: "template" | "resolved" | "written" | "sent" | "revised";
}
