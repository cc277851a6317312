import type { Variable } from "../../../template/index.js";
import { isSameIn } from "../../internal/isSameIn.js";

/** An index that was built anew from equal sources holds new objects of the same content. */
export function isSameVariable(before: Variable, after: Variable): boolean {
  return (
    isSameIn(before, after, ["path", "type", "label", "branch", "sample"]) &&
    isSameIn(before.source, after.source, ["label", "sensitive", "distance"])
  );
}
