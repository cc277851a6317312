"use client";
import type { Price } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";

/**
 * Says what a run will cost: the list price of the chosen models, or that the demo is free. Renders a `<span>` element,
 * or nothing before the catalog is known.
 */
export const ConfigFormCostEstimate = createElementPart("ConfigForm.CostEstimate", "span", () => {
  const context = useConfigFormContext("ConfigForm.CostEstimate");
  const { catalog } = useCatalog();
  const t = useMessages();
  const mode = useFieldValue(context, "prompt.mode");
  const imageModel = useFieldValue(context, "imageModel");
  const promptModel = useFieldValue(context, "promptModel");
  if (!catalog || catalog.imageModels.length === 0) return null;
  const imageId = imageModel ?? catalog.defaults.imageModel ?? catalog.imageModels[0]?.id;
  const image = catalog.imageModels.find((model) => model.id === imageId);
  if (!image) return null;
  const promptId = promptModel ?? catalog.defaults.promptModel ?? catalog.promptModels[0]?.id;
  const writer = mode === "manual" ? undefined : catalog.promptModels.find((model) => model.id === promptId);
  const prices = [image, ...(writer ? [writer] : [])].map((model) =>
    model.kind === "demo" ? FREE : model.price,
  );
  const sum = addPrices(prices);
  if (sum === undefined) return { "data-state": "unknown", children: t("cost.unknown") };
  if (sum.max === 0)
    return { "data-state": "free", children: t(image.kind === "demo" ? "cost.demo" : "cost.free") };
  const format = (amount: number) =>
    new Intl.NumberFormat(t.locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(amount);
  const amount = sum.min === sum.max ? format(sum.min) : `${format(sum.min)}–${format(sum.max)}`;
  return {
    "data-state": "known",
    children: (
      <>
        {t("cost.about", { amount, currency: sum.currency })}
        <small data-imagenode-part="config-form-cost-source">
          {sum.source ? t("cost.source", { source: sum.source }) : t("cost.listPrice")}
        </small>
      </>
    ),
  };
});

const FREE: Price = { currency: "", min: 0, max: 0 };

function addPrices(prices: readonly (Price | undefined)[]) {
  let sum = { currency: "", min: 0, max: 0, source: undefined as string | undefined };
  for (const price of prices) {
    if (!price) return undefined;
    if (sum.currency && price.currency && sum.currency !== price.currency) return undefined;
    sum = {
      currency: sum.currency || price.currency,
      min: sum.min + Number(price.min),
      max: sum.max + Number(price.max),
      source: sum.source ?? price.source,
    };
  }
  return sum;
}
