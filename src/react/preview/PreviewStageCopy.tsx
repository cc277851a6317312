"use client";
import { createActionButton } from "../internal/createActionButton.js";
import { useMessages } from "../messages/index.js";
import { copyText } from "./copyText.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useStage } from "./StageContext.js";

/** Copies the text of the stage around it. Renders a `<button>` element. */
export const PreviewStageCopy = createActionButton("Preview.StageCopy", () => {
  const { name, text } = useStage("Preview.StageCopy").stage;
  const { announce, setTrouble } = usePreviewContext("Preview.StageCopy");
  const t = useMessages();
  return {
    action: () => {
      copyText(text).then(
        () => announce(t("stages.copied")),
        () => {
          announce(t("stages.copyFailed"));
          setTrouble({ words: t("stages.copyFailed"), text });
        },
      );
    },
    label: t("stages.copy"),
    attributes: { "aria-label": t("stages.copyLabel", { stage: t(`stages.${name}`) }) },
  };
});
