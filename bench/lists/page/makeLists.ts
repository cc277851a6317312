import type { VariableSource } from "image-generation-node/template";

/** How a host comes by its list at each render. */
export type ListKind = "fixed" | "array" | "equal" | "copied";

const LEAVES = ["title", "body", "price", "author", "note"] as const;
/** More than one visit renders, so that no list comes twice. */
const LISTS = 96;

/** So many sources of seven rows each. */
export function makeSources(count: number): readonly VariableSource[] {
  return Array.from({ length: count }, (_, at) => ({
    slug: `step_${at}`,
    label: `Step ${at}`,
    sample: { output: Object.fromEntries(LEAVES.map((leaf) => [leaf, `${leaf} of step ${at}`])) },
  }));
}

/**
 * Gives the next list at each call, made beforehand: what making it costs is the host's.
 *
 * @param kind the same array, a new one of the same sources, one of equal sources, or one whose samples are copies too
 */
export function makeLists(kind: ListKind, count: number): () => readonly VariableSource[] {
  const sources = makeSources(count);
  const make: Readonly<Record<ListKind, () => readonly VariableSource[]>> = {
    fixed: () => sources,
    array: () => [...sources],
    equal: () => sources.map((source) => ({ ...source })),
    copied: () => structuredClone(sources) as readonly VariableSource[],
  };
  const lists = Array.from({ length: LISTS }, make[kind]);
  let turn = 0;
  return () => lists[(turn += 1) % LISTS] ?? sources;
}
