import { createVariableIndex, type VariableIndex, type VariableSource } from "../../../template/index.js";

const indexes = new WeakMap<readonly VariableSource[], VariableIndex>();

/** The index of these sources, built at the first need and shared by every editor that is given the same list. */
export function variableIndexOf(sources: readonly VariableSource[]): VariableIndex {
  let index = indexes.get(sources);
  if (!index) {
    index = createVariableIndex(sources);
    indexes.set(sources, index);
  }
  return index;
}
