import { createVariableIndex, type VariableIndex, type VariableSource } from "../../template/index.js";

const indexes = new WeakMap<readonly VariableSource[], VariableIndex>();

/** Gets the index of a list of sources: built at the first need, shared by all that are given the same list. */
export function variableIndexOf(sources: readonly VariableSource[]): VariableIndex {
  let index = indexes.get(sources);
  if (!index) {
    index = createVariableIndex(sources);
    indexes.set(sources, index);
  }
  return index;
}
