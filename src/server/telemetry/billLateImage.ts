import type { HandlerContext } from "../createHandlerContext.js";
import type { ReportedAmount } from "../models/providers/Provider.js";
import type { RunRecord } from "../runs/RunStore.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import { priceOfImage } from "../stages/priceOfImage.js";
import { usageItem } from "../stages/usageItem.js";

/** Cost of an image that came late, which is counted once, whichever process brings it first. */
export interface LateBill {
  /** Notes whether the run already had its image before a change. */
  see(before: RunRecord): void;
  /** Counts the cost after that change; not where another process has brought the image. */
  close(change: { readonly changed: boolean }): void;
}

/** Begins to bill an image that came after its run had ended. */
export function billLateImage(
  { telemetry }: HandlerContext,
  run: RunRecord,
  prepared: PreparedGeneration,
  reported: ReportedAmount | null,
): LateBill {
  let isDue = telemetry !== null && run.imageArrivedAt === null;
  return {
    see: ({ imageArrivedAt }) => {
      isDue &&= imageArrivedAt === null;
    },
    close: ({ changed }) => {
      const item = usageItem("image", prepared.imageModelId, priceOfImage(prepared), reported);
      if (isDue && changed) telemetry?.meters.spent(run.scope, [item]);
      isDue = false;
    },
  };
}
