"use client";
import { useEffect } from "react";
import { listPrice } from "../../contract/index.js";
import { readerOf } from "../internal/loadLanguage.js";
import { Space } from "../internal/Space.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useStore } from "../internal/useStore.js";
import { formatAmount } from "../internal/formatAmount.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import { countLoopItems } from "./countLoopItems.js";
import { referenceTools } from "./referenceTools.js";
import { settingTools } from "./settingTools.js";
import { estimateCost } from "./estimateCost.js";
import type { CostSum, FindPrice } from "./estimateCost.js";

/**
 * Estimates the cost of the next Generate: the range of the chosen models' prices with the chosen settings and reference
 * images, times the chosen number of images, each of which is a run of its own; the source of the figures; and the sum for
 * the items of the loop around the node, one image each. Calls an unknown price unknown, never free. `ConfigForm.Generate` is
 * described by it. Renders a `<span>` element, or nothing before the catalog is known.
 */
export const ConfigFormCostEstimate = createElementPart("ConfigForm.CostEstimate", "span", () => {
  const context = useConfigFormContext("ConfigForm.CostEstimate");
  const { catalog, status } = useCatalog();
  const scope = useScope();
  const t = useMessages();
  const mode = useFieldValue(context, "prompt.mode");
  const imageModel = useFieldValue(context, "imageModel");
  const promptModel = useFieldValue(context, "promptModel");
  const settings = useFieldValue(context, "settings");
  const references = useFieldValue(context, "references");
  const tools = useStore(settingTools);
  const pictures = useStore(referenceTools);
  const count = useStore(context.count);
  useEffect(() => void settingTools.load(settings, catalog), [settings, catalog]);
  useEffect(() => void referenceTools.load(references, catalog), [references, catalog]);
  const id = context.fieldId("form", "cost");
  if (!catalog)
    return status === "failed" ? { id, "data-state": "unknown", children: t("cost.unknown") } : null;
  const findPrice: FindPrice = (model) => {
    const price = tools ? tools.priceOf(model, settings) : listPrice(model);
    if (!price?.perReference || !pictures) return price;
    const sources = scope?.variables ?? [];
    return pictures.addReferences(
      price,
      pictures.countPictures(references, sources, readerOf(scope?.language)),
    );
  };
  const cost = estimateCost(catalog, { mode, imageModel, promptModel }, findPrice);
  if (!cost) return null;
  if (cost.state === "unknown") return { id, "data-state": "unknown", children: t("cost.unknown") };
  if (cost.state === "free")
    return { id, "data-state": "free", children: t(cost.demo ? "cost.demo" : "cost.free") };
  const write = (format: (sum: CostSum) => string) =>
    cost.sums.map((sum) => t("cost.amount", { amount: format(sum), currency: sum.currency })).join(" + ");
  const multiply = (times: number) => (sum: CostSum) =>
    formatAmount(t.locale, sum.min * times, sum.max * times);
  const each = multiply(1);
  // What is shown of one image is multiplied, so that the sum is right as it is read.
  const several = ({ currency, min, max }: CostSum) =>
    t("cost.times", {
      count,
      each: each({ currency, min, max }),
      amount: multiply(count)({ currency, min: round(min), max: round(max) }),
    });
  // Isolated, so that a text from right to left keeps the order of the sum.
  const amount = count > 1 ? `\u2066${write(several)}\u2069` : write(each);
  const items = scope?.loopItems ?? countLoopItems(scope?.variables ?? []);
  const source =
    cost.sources.length > 0 ? t("cost.source", { source: cost.sources.join(", ") }) : t("cost.listPrice");
  const loop =
    items && items > 1
      ? t(count > 1 ? "cost.loopSingle" : "cost.loop", { count: items, amount: write(multiply(items)) })
      : undefined;
  return {
    id,
    "data-state": "known",
    children: (
      <>
        <span data-imagenode-part="words">{t("cost.about", { amount })}</span>
        <Space />
        <small data-imagenode-part="config-form-cost-source">{source}</small>
        <Space />
        {loop && <small data-imagenode-part="config-form-cost-loop">{loop}</small>}
      </>
    ),
  };
});

function round(amount: number): number {
  return Math.round(amount * 1e4) / 1e4;
}

/** Attributes of the estimate. */
export interface ConfigFormCostEstimateState {
  /** @selector [data-state] */
  state: "known" | "free" | "unknown";
}
