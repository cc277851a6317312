import type { Outcome } from "../../../client/index.js";
import type { GenerationRequest, ImageNodeError } from "../../../contract/index.js";
import type { BatchItem, BatchState } from "./Batch.js";

/** Facts from which the state of a batch follows. */
export interface BatchFacts {
  requests: readonly GenerationRequest[];
  outcomes: readonly (Outcome | undefined)[];
  /** Places of the items that run again. */
  retried: ReadonlySet<number>;
  /** Errors of attempts that a retry replaced: their cost stays spent. */
  earlier: readonly ImageNodeError[];
  /** Ids of the runs that the back end has begun, by item. */
  ids: ReadonlyMap<number, string>;
  concurrency: number;
  running: boolean;
}

/** Describes a batch by its items, its counts and its cost. */
export function describeBatch(facts: BatchFacts): BatchState {
  const items = describeItems(facts);
  return {
    status: facts.running || facts.retried.size > 0 ? "running" : "done",
    items,
    succeeded: items.filter((item) => item.status === "succeeded").length,
    failed: items.filter((item) => item.status === "failed" || item.status === "aborted").length,
    ...describeUsage(items, facts.earlier),
    outcomes: facts.outcomes,
  };
}

function describeItems({ requests, outcomes, retried, ids, concurrency, running }: BatchFacts): BatchItem[] {
  // The client takes items in their order, so the first ones without an end are those under way.
  let free = running ? concurrency : 0;
  return requests.map((request, index): BatchItem => {
    const outcome = outcomes[index];
    const id = ids.get(index);
    if (retried.has(index)) return { index, request, id, status: "running" };
    if (outcome) return { index, request, ...describeOutcome(outcome, id) };
    free -= 1;
    return { index, request, id, status: id !== undefined || free >= 0 ? "running" : "waiting" };
  });
}

function describeOutcome(outcome: Outcome, id: string | undefined): Omit<BatchItem, "index" | "request"> {
  if (outcome.status === "aborted") return { id, status: "aborted" };
  if (outcome.status === "failed")
    return { id: outcome.error.id ?? id, status: "failed", error: outcome.error };
  const { generation, reused } = outcome;
  return { id: generation.id, status: "succeeded", generation, reused };
}

function describeUsage(
  items: readonly BatchItem[],
  earlier: readonly ImageNodeError[],
): Pick<BatchState, "usage" | "usageIsPartial"> {
  const made = items.flatMap((item) => (item.generation && !item.reused ? [item.generation] : []));
  const errors = [...earlier, ...items.flatMap((item) => item.error ?? [])];
  const spent = [...made, ...errors];
  return {
    usage: { items: spent.flatMap(({ usage }) => usage?.items ?? []) },
    usageIsPartial:
      errors.some((error) => error.charged !== false && !error.usage) ||
      made.some((generation) => !generation.usage) ||
      items.some((item) => item.status === "aborted"),
  };
}
