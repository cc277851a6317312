"use client";
import { useContext, useEffect, useRef } from "react";
import { readCredits } from "../../../contract/index.js";
import { Space } from "../../internal/Space.js";
import { createElementPart } from "../../internal/createElementPart.js";
import { formatAmount } from "../../internal/formatAmount.js";
import { formatMoment } from "../../internal/formatMoment.js";
import { useStore } from "../../internal/useStore.js";
import { creditWords, useMessages, useMessagesWith, wordUnit } from "../../messages/index.js";
import {
  GenerationStoreContext,
  useCatalog,
  useFilling,
  useGenerationState,
  useRefreshCredits,
} from "../../provider/index.js";
import { useConfigFormContext } from "../ConfigFormContext.js";
import type { ConfigFormContextValue } from "../ConfigFormContext.js";
import { useCostEstimate } from "../run/useCostEstimate.js";
import { describeCredits } from "./describeCredits.js";

/** Content of `ConfigForm.Credits`, loaded where the catalog has credits. */
export const CreditsLine = createElementPart("ConfigForm.Credits", "p", () => {
  const context = useConfigFormContext("ConfigForm.Credits");
  const credits = readCredits(useCatalog().catalog);
  const messages = useMessages();
  const t = useMessagesWith(creditWords);
  const cost = useCostEstimate(context);
  const count = useStore(context.count);
  useRefreshAfterRuns(context);
  const filling = useFilling(credits?.resetsAt === undefined ? undefined : Date.parse(credits.resetsAt));
  if (!credits) return null;
  const { left, unit } = credits;
  const { state, needed } = describeCredits(credits, cost, count);
  const word = (min: number, max = min) => {
    const amount = formatAmount(messages.locale, min, max, unit);
    return wordUnit(messages, amount, unit, max);
  };
  const date = filling === undefined ? undefined : formatMoment(messages.locale, filling);
  const isWarning = state !== "enough";
  const warning =
    state === "empty"
      ? t("credits.none")
      : isWarning &&
        t(`credits.${state}`, { left: word(left), needed: needed && word(needed.min, needed.max) });
  return {
    id: context.fieldId("form", "credits"),
    "data-state": state,
    children: (
      <>
        {/* They may begin with a number, which would stand at the wrong end of a page from right to left. */}
        {!isWarning && (
          <span data-imagenode-part="words" dir="auto">
            {t("credits.left", { amount: word(left) })}
          </span>
        )}
        {/* Always there: only what changes in a live region is said. */}
        <span data-imagenode-part="config-form-credits-warning" role="status" dir="auto">
          {warning}
        </span>
        <Space />
        {date !== undefined && (
          <small data-imagenode-part="config-form-credits-filled">
            {t(isWarning ? "credits.filledSentence" : "credits.filled", { date })}
          </small>
        )}
      </>
    ),
  };
});

/** Reads the credits anew after runs that went past the provider's client: the host's engine's, and those of its own store. */
function useRefreshAfterRuns(context: ConfigFormContextValue): void {
  const refresh = useRefreshCredits();
  const { status } = useGenerationState(useContext(GenerationStoreContext));
  const isPending = useStore(context.pending);
  // Beside a run of the scope's it is only the check of the form.
  const isHosts = context.runWithSamples === null;
  const isOn = status === "running" || (isHosts && isPending);
  const wasOn = useRef(false);
  useEffect(() => {
    if (wasOn.current && !isOn) refresh();
    wasOn.current = isOn;
  }, [isOn, refresh]);
}
