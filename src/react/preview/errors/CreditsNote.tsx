"use client";
import { useState } from "react";
import type { GenerationState } from "../../../client/index.js";
import { readCredits } from "../../../contract/index.js";
import { Space } from "../../internal/Space.js";
import { formatMoment } from "../../internal/formatMoment.js";
import {
  creditWords,
  joinSentences,
  resultWords,
  useMessages,
  useMessagesWith,
} from "../../messages/index.js";
import { useCatalog, useFilling } from "../../provider/index.js";
import { usePreviewContext } from "../PreviewContext.js";

/**
 * Text of an error, and when exhausted credits are filled up, as the refusal or else the catalog tells; the text alone where
 * neither does, or the time has passed. Fetched with the first such error.
 */
export function CreditsNote({ children }: { children: string }) {
  const { state } = usePreviewContext("Preview.ErrorText");
  const { catalog } = useCatalog();
  const { locale } = useMessages();
  const t = useMessagesWith(resultWords, creditWords);
  const [shownAt] = useState(Date.now);
  const filling = useFilling(findFilling(state, shownAt, readCredits(catalog)?.resetsAt));
  if (filling === undefined) return children;
  const date = formatMoment(locale, filling);
  return (
    <>
      <span data-imagenode-part="words">{children}</span>
      {joinSentences(children, "") !== children && <Space />}
      <span data-imagenode-part="preview-error-filled">{t("credits.filledSentence", { date })}</span>
    </>
  );
}

function findFilling({ error, endedAt }: GenerationState, shownAt: number, resetsAt: string | undefined) {
  if (error?.retryAfterMs !== undefined) return (endedAt ?? shownAt) + error.retryAfterMs;
  return resetsAt === undefined ? undefined : Date.parse(resetsAt);
}
