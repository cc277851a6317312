import type { RunRecord } from "../runs/RunStore.js";
import type { Settlement } from "./SpendingOptions.js";
import { sumPrices } from "./sumPrices.js";

/** Makes what the host is told of a run that has ended. */
export function toSettlement(run: RunRecord): Settlement {
  const { id, scope, spending } = run;
  const all = run.usage?.items ?? [];
  const items = spending?.hasKeptPrompt ? all.filter(({ kind }) => kind !== "prompt") : all;
  const price = sumPrices(
    items.flatMap(({ amount, currency }) =>
      amount === undefined || typeof currency !== "string" ? [] : [{ currency, min: amount, max: amount }],
    ),
  );
  return { token: spending?.token ?? null, id, scope, charged: chargedOf(run), usage: { items }, price };
}

/** An image that arrived was made, whatever became of it, unless its provider says that it costs nothing. */
function chargedOf({ generation, late, problem, imageArrivedAt }: RunRecord): boolean | null {
  if (generation || late) return true;
  if (typeof problem?.charged === "boolean") return problem.charged;
  return imageArrivedAt === null ? null : true;
}
