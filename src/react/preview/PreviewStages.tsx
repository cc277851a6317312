"use client";
import { Space } from "../internal/Space.js";
import type { Stages } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { ChangedText } from "./compare/ChangedText.js";
import { copyText } from "./copyText.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useLockedPrompt } from "./useLockedPrompt.js";
import type { LockedPrompt } from "./useLockedPrompt.js";

const STAGES = ["template", "resolved", "guidance", "written", "sent", "revised"] as const;
/** Stages that a model wrote: only those are worth taking over. */
const BY_MODEL: ReadonlySet<string> = new Set(["written", "revised"]);

/**
 * Shows the prompt on its way: as configured, with values, as written (below the host's rules for writing), as sent, as
 * revised. Marks what changed and leaves out what did not. A text that a model wrote can be taken over into Manual.
 * Renders a `<dl>` element, or nothing while nothing is known; `data-state` is "preview" for a prompt that was not drawn.
 */
export const PreviewStages = createElementPart("Preview.Stages", "dl", () => {
  const { state, generation, promptPreview } = usePreviewContext("Preview.Stages");
  const lockedPrompt = useLockedPrompt();
  const written = promptPreview.preview?.stages;
  const stages = written ?? generation?.stages ?? state.stages;
  const rows = stages ? listRows(stages) : [];
  if (rows.length === 0) return null;
  return {
    "data-state": written ? "preview" : "run",
    children: rows.map((row) => <StageRow key={row.name} {...row} lockedPrompt={lockedPrompt} />),
  };
});

/** Text of one stage, and the one before it. */
interface Row {
  name: (typeof STAGES)[number];
  text: string;
  before: string | undefined;
}

function listRows(stages: Stages): readonly Row[] {
  const rows: Row[] = [];
  for (const name of STAGES) {
    const text = stages[name];
    // Rules are no step of the prompt: nothing is compared with them.
    const before = name === "guidance" ? undefined : rows.findLast((row) => row.name !== "guidance")?.text;
    if (text && text !== before) rows.push({ name, text, before });
  }
  return rows;
}

function StageRow({ name, text, before, lockedPrompt }: Row & { lockedPrompt: LockedPrompt }) {
  const { announce, setTrouble } = usePreviewContext("Preview.Stages");
  const t = useMessages();
  const copy = () => {
    copyText(text).then(
      () => announce(t("stages.copied")),
      () => {
        announce(t("stages.copyFailed"));
        setTrouble({ words: t("stages.copyFailed"), text });
      },
    );
  };
  return (
    <div data-imagenode-part="preview-stage" data-stage={name}>
      <dt data-imagenode-part="preview-stage-name">{t(`stages.${name}`)}</dt>
      <dd data-imagenode-part="preview-stage-text" dir="auto">
        {before === undefined ? text : <ChangedText before={before} after={text} />}
      </dd>
      <dd data-imagenode-part="preview-stage-tools">
        {BY_MODEL.has(name) && <UseButton text={text} lockedPrompt={lockedPrompt} />}
        <Space />
        <button
          type="button"
          data-imagenode-part="preview-stage-copy"
          aria-label={t("stages.copyLabel", { stage: t(`stages.${name}`) })}
          onClick={copy}
        >
          {t("stages.copy")}
        </button>
      </dd>
    </div>
  );
}

/** Takes the text over, and takes that back. One button for both: the focus stays where it is. */
function UseButton({ text, lockedPrompt }: { text: string; lockedPrompt: LockedPrompt }) {
  const { announce } = usePreviewContext("Preview.Stages");
  const t = useMessages();
  const { lock, undo, locked } = lockedPrompt;
  if (!lock) return null;
  const isUsed = undo !== null && locked === text;
  const toggle = () => {
    if (isUsed) undo();
    else lock(text);
    announce(t(isUsed ? "stages.undone" : "stages.used"));
  };
  return (
    <button
      type="button"
      data-imagenode-part="preview-stage-use"
      data-state={isUsed ? "used" : "idle"}
      onClick={toggle}
    >
      {t(isUsed ? "stages.undo" : "stages.use")}
    </button>
  );
}

/** Attributes of the stages. */
export interface PreviewStagesState {
  /** @selector [data-state] "preview": written without drawing; on the button of a stage "used" or "idle". */
  state: "run" | "preview";
  /** @selector [data-stage] On each stage. */
  stage: "template" | "resolved" | "written" | "sent" | "revised";
}
