import type { Variable } from "../../../template/index.js";
import { isSameIn } from "../../internal/isSameIn.js";

/** Compares two variables by content: an index that was built anew from equal sources holds new objects. */
export function isSameVariable(before: Variable, after: Variable): boolean {
  return (
    isSameIn(before, after, ["path", "type", "label", "branch", "sample"]) &&
    isSameIn(before.source, after.source, ["label", "sensitive", "distance"])
  );
}
