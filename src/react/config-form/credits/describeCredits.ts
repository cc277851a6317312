import type { CatalogCredits } from "../../../contract/index.js";
import type { CostEstimate } from "../run/estimateCost.js";

/** Credits that are left, beside what the next run needs. */
export interface CreditState {
  /**
   * "enough" also where nobody can tell; "unsure": the greatest price is more than is left; "short": the least price is;
   * "empty": nothing is left.
   */
  state: "enough" | "unsure" | "short" | "empty";
  /** Range that the next run needs, in the unit of the credits; `undefined` where it is not known. */
  needed?: { min: number; max: number } | undefined;
}

/** Sums of decimals in binary: 3 × 0.1 is no more than 0.3. */
const TOLERANCE = 1e-9;

/** Compares what is left with the estimate of so many images. Prices in other currencies say nothing of it. */
export function describeCredits(
  { left, unit }: CatalogCredits,
  cost: CostEstimate | null,
  count: number,
): CreditState {
  if (cost?.state === "free") return { state: "enough" };
  const sum = cost?.state === "known" ? cost.sums.find(({ currency }) => currency === unit) : undefined;
  const needed = sum && { min: sum.min * count, max: sum.max * count };
  if (left === 0) return { state: "empty", needed };
  const exceeds = (amount: number) => amount > left + TOLERANCE;
  if (!needed || !exceeds(needed.max)) return { state: "enough", needed };
  return { state: exceeds(needed.min) ? "short" : "unsure", needed };
}
