import type { Variable, VariableIndex } from "../../template/index.js";

/** Lists variables level by level, nearest node first, but not what is in a file; no level beyond `most` of them. */
export function walkVariables(index: VariableIndex, most: number): readonly Variable[] {
  const all: Variable[] = [];
  let level = index.children();
  while (level.length > 0 && all.length < most) {
    all.push(...level);
    level = level.flatMap(({ path, type }) => (type === "file" ? [] : index.children(path)));
  }
  return all;
}
