import { formatPath } from "./formatPath.js";
import { listReferences } from "./listReferences.js";
import { FIRST_PART, matchAt } from "./pathGrammar.js";

/** Rewrites every reference to the node `from` into one to `to`; all else stays as it is, byte for byte. */
export function renameReferences(text: string, from: string, to: string): string {
  let result = "";
  let last = 0;
  for (const { segments, range } of listReferences(text)) {
    const head = segments[0] === from && matchAt(FIRST_PART, text, range.start + 2);
    if (!head) continue;
    const end = FIRST_PART.lastIndex;
    result += text.slice(last, end - head[0].trimStart().length) + formatPath([to]);
    last = end;
  }
  return result + text.slice(last);
}
