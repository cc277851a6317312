"use client";
import type { GenerationState } from "../../../client/index.js";
import { readCredits } from "../../../contract/index.js";
import { Space } from "../../internal/Space.js";
import { formatMoment } from "../../internal/formatMoment.js";
import { creditWords, useMessages, useMessagesWith } from "../../messages/index.js";
import { useCatalog } from "../../provider/index.js";
import { usePreviewContext } from "../PreviewContext.js";

/**
 * Text of an error, and when exhausted credits are filled up, as the refusal or else the catalog tells; the text alone where
 * neither does, or the time has passed. Fetched with the first such error.
 */
export function CreditsNote({ children }: { children: string }) {
  const { state } = usePreviewContext("Preview.ErrorText");
  const { catalog } = useCatalog();
  const { locale } = useMessages();
  const t = useMessagesWith(creditWords);
  const resetsAt = readCredits(catalog)?.resetsAt;
  const date = wordFilling(state, resetsAt === undefined ? undefined : Date.parse(resetsAt), locale);
  if (date === undefined) return children;
  return (
    <>
      <span data-imagenode-part="words">{children}</span>
      <Space />
      <span data-imagenode-part="preview-error-filled">{t("credits.filledSentence", { date })}</span>
    </>
  );
}

function wordFilling({ error, endedAt }: GenerationState, told: number | undefined, locale: string) {
  const now = Date.now();
  const { retryAfterMs } = error ?? {};
  const moment = retryAfterMs === undefined ? told : (endedAt ?? now) + retryAfterMs;
  return moment !== undefined && moment > now ? formatMoment(locale, moment, now) : undefined;
}
