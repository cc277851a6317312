"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { resultWords, useMessagesWith } from "../messages/index.js";
import { copyText } from "./copyText.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useStage } from "./StageContext.js";
import { useFeedback } from "./useFeedback.js";

/** Copies the text of the stage around it. Renders a `<button>` element. */
export const PreviewStageCopy = createActionButton("Preview.StageCopy", () => {
  const { name, text } = useStage("Preview.StageCopy").stage;
  const { announce, setTrouble } = usePreviewContext("Preview.StageCopy");
  const t = useMessagesWith(resultWords);
  const [feedback, run] = useFeedback((how) => {
    const words = t(how === "done" ? "stages.copied" : "stages.copyFailed");
    announce(words);
    setTrouble(how === "done" ? undefined : { words, text });
  });
  return {
    action: () => run(() => copyText(text)),
    label: t("stages.copy"),
    state: feedback,
    doneWords: t("feedback.copied"),
    attributes: { "aria-label": t("stages.copyLabel", { stage: t(`stages.${name}`) }) },
  };
});
