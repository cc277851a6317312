import type { ReportedAmount } from "../models/providers/Provider.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { priceOfImage } from "./priceOfImage.js";
import { usageItem } from "./usageItem.js";

/** Adds an image that came late to what its run used, where that is settled: the run had ended without it. */
export function noteLateArrival(
  { spending, usage }: RunRecord,
  prepared: PreparedGeneration,
  reported: ReportedAmount | null,
): RunPatch {
  // One that came before, to a process that is gone or just as the run was ended, is counted already.
  if (!spending || usage?.items.some(({ kind }) => kind === "image")) return {};
  const item = usageItem("image", prepared.imageModelId, priceOfImage(prepared), reported);
  return { imageArrivedAt: Date.now(), usage: { items: [...(usage?.items ?? []), item] } };
}
