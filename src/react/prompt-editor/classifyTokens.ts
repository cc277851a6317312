import { classifyReference, parsePath, scanTokens, type VariableIndex } from "../../template/index.js";
import type { LineMark, MarkState } from "./mirrorLine.js";

/**
 * The tokens of one line and how they stand.
 *
 * @param offset where the line begins in the text
 * @param typingAt start of the token that is being typed, in the text; `null` where none is
 */
export function classifyTokens(
  line: string,
  offset: number,
  index: VariableIndex,
  typingAt: number | null,
): readonly LineMark[] {
  if (!line.includes("{{")) return [];
  return scanTokens(line).map(({ start, end, path, state }) => {
    if (offset + start === typingAt) return { start, end, state: "pending" };
    return { start, end, state: state === "path" && path !== null ? classifyPath(path, index) : "invalid" };
  });
}

function classifyPath(path: string, index: VariableIndex): MarkState {
  const { state } = classifyReference(index, parsePath(path) ?? []);
  return state === "open" ? "known" : state;
}
