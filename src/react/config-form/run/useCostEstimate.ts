"use client";
import { useEffect } from "react";
import { listPrice } from "../../../contract/index.js";
import { readerOf } from "../../internal/loadLanguage.js";
import { useStore } from "../../internal/useStore.js";
import { useCatalog, useScope } from "../../provider/index.js";
import { useFieldValue } from "../ConfigFormContext.js";
import type { ConfigFormContextValue } from "../ConfigFormContext.js";
import { estimateCost } from "./estimateCost.js";
import type { CostEstimate, FindPrice } from "./estimateCost.js";
import { referenceTools } from "../referenceTools.js";
import { settingTools } from "../settingTools.js";

/**
 * Estimates what one image costs with the form's choices; `null` while the catalog is not known, and where it has no image
 * model.
 */
export function useCostEstimate(context: ConfigFormContextValue): CostEstimate | null {
  const { catalog } = useCatalog();
  const scope = useScope();
  const mode = useFieldValue(context, "prompt.mode");
  const imageModel = useFieldValue(context, "imageModel");
  const promptModel = useFieldValue(context, "promptModel");
  const settings = useFieldValue(context, "settings");
  const references = useFieldValue(context, "references");
  const tools = useStore(settingTools);
  const pictures = useStore(referenceTools);
  useEffect(() => void settingTools.load(settings, catalog), [settings, catalog]);
  useEffect(() => void referenceTools.load(references, catalog), [references, catalog]);
  if (!catalog) return null;
  const findPrice: FindPrice = (model) => {
    const price = tools ? tools.priceOf(model, settings) : listPrice(model);
    if (!price?.perReference || !pictures) return price;
    const sources = scope?.variables ?? [];
    return pictures.addReferences(
      price,
      pictures.countPictures(references, sources, readerOf(scope?.language)),
    );
  };
  return estimateCost(catalog, { mode, imageModel, promptModel }, findPrice);
}
