"use client";
import type { UsageItem } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { resultWords, useMessagesWith, formatSpent, wordSpent } from "../messages/index.js";
import type { Messages } from "../messages/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Lists what was spent, line by line, and what the provider says it took. Renders a `<ul>` element, or nothing where the back end does not say. */
export const PreviewUsage = createElementPart("Preview.Usage", "ul", () => {
  const { generation, state } = usePreviewContext("Preview.Usage");
  const t = useMessagesWith(resultWords);
  const items = generation?.usage?.items ?? state.error?.usage?.items ?? [];
  if (items.length === 0) return null;
  return {
    "aria-label": t("usage.label"),
    children: items.map((item, index) => (
      <li key={index} data-imagenode-part="preview-usage-item" data-kind={item.kind}>
        {[
          t(t.has(`usage.${item.kind}`) ? `usage.${item.kind}` : "usage.other", { kind: item.kind }),
          item.model,
          wordAmount(t, item),
          item.reported &&
            t("usage.reported", {
              amount: wordSpent(t, { amount: item.reported.amount, currency: item.reported.unit }),
            }),
        ]
          .filter((words) => words !== undefined)
          .join(" · ")}
      </li>
    )),
  };
});

/** Words what a line cost; the currency may be left out. */
function wordAmount(
  t: Messages,
  { amount, currency }: Pick<UsageItem, "amount" | "currency">,
): string | undefined {
  if (amount === undefined) return undefined;
  return currency === undefined ? formatSpent(t.locale, amount) : wordSpent(t, { amount, currency });
}

/** Attributes of one line. */
export interface PreviewUsageState {
  /** @selector [data-kind] "image", "prompt", or another kind that the back end names. */
  kind: string;
}
