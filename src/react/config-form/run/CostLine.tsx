"use client";
import { Space } from "../../internal/Space.js";
import { createElementPart } from "../../internal/createElementPart.js";
import { useStore } from "../../internal/useStore.js";
import { formatAmount } from "../../internal/formatAmount.js";
import { useMessages, wordUnit } from "../../messages/index.js";
import { useCatalog, useScope } from "../../provider/index.js";
import { useConfigFormContext } from "../ConfigFormContext.js";
import { countLoopItems } from "./countLoopItems.js";
import type { CostSum } from "./estimateCost.js";
import { useCostEstimate } from "./useCostEstimate.js";

/** Content of `ConfigForm.CostEstimate`. */
export const CostLine = createElementPart("ConfigForm.CostEstimate", "span", () => {
  const context = useConfigFormContext("ConfigForm.CostEstimate");
  const { catalog, status } = useCatalog();
  const scope = useScope();
  const t = useMessages();
  const count = useStore(context.count);
  const cost = useCostEstimate(context);
  const id = context.fieldId("form", "cost");
  if (!catalog)
    return status === "failed" ? { id, "data-state": "unknown", children: t("cost.unknown") } : null;
  if (!cost) return null;
  if (cost.state === "unknown") return { id, "data-state": "unknown", children: t("cost.unknown") };
  if (cost.state === "free")
    return { id, "data-state": "free", children: t(cost.demo ? "cost.demo" : "cost.free") };
  const write = (format: (sum: CostSum) => string, times: number) =>
    cost.sums.map((sum) => wordUnit(t, format(sum), sum.currency, sum.max * times)).join(" + ");
  const multiply =
    (times: number) =>
    ({ min, max, currency }: CostSum) =>
      formatAmount(t.locale, min * times, max * times, currency);
  const each = multiply(1);
  // What is shown of one image is multiplied, so that the sum is right as it is read.
  const several = ({ currency, min, max }: CostSum) =>
    `\u2066${t("cost.times", {
      count,
      each: each({ currency, min, max }),
      amount: multiply(count)({ currency, min: round(min), max: round(max) }),
    })}\u2069`;
  // A text from right to left keeps the order of the sum, and a unit in its own words stands where they end.
  const amount = count > 1 ? `\u2068${write(several, count)}\u2069` : write(each, 1);
  const items = scope?.loopItems ?? countLoopItems(scope?.variables ?? []);
  const source =
    cost.sources.length > 0
      ? t("cost.source", { source: new Intl.ListFormat(t.locale).format(cost.sources) })
      : t("cost.listPrice");
  const loop =
    items && items > 1
      ? t(count > 1 ? "cost.loopSingle" : "cost.loop", {
          count: items,
          amount: write(multiply(items), items),
        })
      : undefined;
  return {
    id,
    "data-state": "known",
    children: (
      <>
        <span data-imagenode-part="words" dir="auto">
          {t("cost.about", { amount })}
        </span>
        <Space />
        <small data-imagenode-part="config-form-cost-source">{source}</small>
        <Space />
        {loop && (
          <small data-imagenode-part="config-form-cost-loop" dir="auto">
            {loop}
          </small>
        )}
      </>
    ),
  };
});

function round(amount: number): number {
  return Math.round(amount * 1e4) / 1e4;
}
