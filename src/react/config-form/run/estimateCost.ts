import { listPrice } from "../../../contract/index.js";
import type { Catalog, CatalogImageModel, CatalogPromptModel, Price } from "../../../contract/index.js";

/** Cost of a run, as far as the catalog says. */
export type CostEstimate =
  | { state: "unknown" }
  | { state: "free"; demo: boolean }
  | { state: "known"; sums: readonly CostSum[]; sources: readonly string[] };

/** Range in one currency. */
export interface CostSum {
  currency: string;
  min: number;
  max: number;
}

/** Finds the price of an image model with the chosen settings; by default its list price. */
export type FindPrice = (model: CatalogImageModel) => Price | null;

/** Choices that decide about the price. */
export interface CostChoice {
  mode: string | undefined;
  imageModel: string | null | undefined;
  promptModel: string | null | undefined;
}

/**
 * Adds up the list prices of the models that a run calls. One model without a price makes the whole unknown: what is
 * not known is never counted as nothing. `null` for a workspace without image models.
 */
export function estimateCost(
  catalog: Catalog,
  choice: CostChoice,
  findPrice: FindPrice = listPrice,
): CostEstimate | null {
  const { imageModels, promptModels, defaults } = catalog;
  if (imageModels.length === 0) return null;
  const image = find(imageModels, choice.imageModel ?? defaults.imageModel ?? imageModels[0]?.id);
  const models: (CatalogImageModel | CatalogPromptModel | undefined)[] = [image];
  if (choice.mode !== "manual") {
    models.push(find(promptModels, choice.promptModel ?? defaults.promptModel ?? promptModels[0]?.id));
  }
  const sums = new Map<string, CostSum>();
  const sources = new Set<string>();
  for (const model of models) {
    if (!model) return { state: "unknown" };
    if (model.kind === "demo") continue;
    const price = model === image ? findPrice(image) : listPrice(model);
    if (!price) return { state: "unknown" };
    addPrice(sums, price);
    if (price.source) sources.add(price.source);
  }
  const costly = [...sums.values()].filter(({ max }) => max > 0);
  if (costly.length === 0) return { state: "free", demo: image?.kind === "demo" };
  return { state: "known", sums: costly, sources: [...sources] };
}

function find<M extends { id: string }>(models: readonly M[], id: string | undefined): M | undefined {
  return models.find((model) => model.id === id);
}

function addPrice(sums: Map<string, CostSum>, price: Price): void {
  const { currency } = price;
  const { min, max } = sums.get(currency) ?? { min: 0, max: 0 };
  sums.set(currency, { currency, min: min + Number(price.min), max: max + Number(price.max) });
}
