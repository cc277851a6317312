import type { VariableSource } from "../../template/index.js";
import { isSameSource } from "./isSameSource.js";
import type { CompareBudget } from "./isSameSource.js";

type Sources = readonly VariableSource[];

/** Values that one list may cost to compare: more than the samples of two thousand nodes have. */
const MOST_VALUES = 50_000;

/**
 * Keeps what a list shares with the one before it: the list itself where it gives the same, else each source that does,
 * wherever it stands. So a list that a host makes anew while it renders costs no more than comparing it.
 */
export function keepSources(before: Sources, next: Sources): Sources {
  if (before === next) return before;
  const budget: CompareBudget = { left: MOST_VALUES };
  if (
    before.length === next.length &&
    next.every((source, position) => isSameSource(before[position] as VariableSource, source, budget))
  )
    return before;
  try {
    const bySlug = new Map(before.map((source) => [source.slug, source]));
    return shareSources(
      next.map((source) => {
        const known = bySlug.get(source.slug);
        return known && isSameSource(known, source, budget) ? known : source;
      }),
    );
  } catch {
    // A host's getter threw.
    return next;
  }
}

/** Lists with one first source that are remembered: a flow that is being built makes new ones all the time. */
const MOST_LISTS = 200;

/** Lists that are in use, by their first source. */
const lists = new WeakMap<VariableSource, Set<WeakRef<Sources>>>();

/** Returns the list that others use already, where it has the same sources: a hundred cards over one flow need one index. */
export function shareSources(list: Sources): Sources {
  const [first] = list;
  if (!first) return list;
  const known = lists.get(first) ?? new Set();
  lists.set(first, known);
  for (const entry of known) {
    const other = entry.deref();
    if (!other) known.delete(entry);
    else if (other.length === list.length && other.every((source, at) => source === list[at])) return other;
  }
  if (known.size >= MOST_LISTS) known.clear();
  known.add(new WeakRef(list));
  return list;
}
