import type { Variable, VariableIndex } from "../../template/index.js";

/** Variables of one level that are looked at. */
const MOST_IN_LEVEL = 20_000;

/** Lists variables level by level, nearest node first, but not what is in a file; no level beyond `most` of them. */
export function walkVariables(index: VariableIndex, most: number): readonly Variable[] {
  const all: Variable[] = [];
  let level = index.children();
  while (level.length > 0 && all.length < most) {
    for (const variable of level) all.push(variable);
    const deeper: Variable[] = [];
    for (const { path, type } of level) {
      if (deeper.length >= MOST_IN_LEVEL) break;
      if (type !== "file") for (const child of index.children(path)) deeper.push(child);
    }
    level = deeper;
  }
  return all;
}
