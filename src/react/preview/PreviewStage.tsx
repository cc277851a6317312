"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { createLazy } from "../internal/createLazy.js";
import { Space } from "../internal/Space.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { PreviewStageCopy } from "./PreviewStageCopy.js";
import { PreviewStageUse } from "./PreviewStageUse.js";
import { useStage } from "./StageContext.js";

const useMarks = createLazy(() => import("./compare/ChangedText.js"));

/** Stage of the prompt inside of `Preview.Stages`: its name, its text and its buttons. Renders a `<div>` element. */
export const PreviewStage = createElementPart("Preview.Stage", "div", () => {
  const { name, text, before } = useStage("Preview.Stage").stage;
  const t = useMessagesWith(resultWords);
  const marks = useMarks(before !== undefined);
  return {
    "data-stage": name,
    children: (
      <>
        <dt data-imagenode-part="preview-stage-name">{t(`stages.${name}`)}</dt>
        <dd data-imagenode-part="preview-stage-text" dir="auto">
          {marks && before !== undefined ? <marks.ChangedText before={before} after={text} /> : text}
        </dd>
        <dd data-imagenode-part="preview-stage-tools">
          <PreviewStageUse />
          <Space />
          <PreviewStageCopy />
        </dd>
      </>
    ),
  };
});

/** Attributes of one stage. */
export interface PreviewStageState {
  /** @selector [data-stage] */
  stage: "template" | "resolved" | "guidance" | "written" | "sent" | "revised";
}
