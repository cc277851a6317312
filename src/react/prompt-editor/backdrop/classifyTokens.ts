import { classifyReference, parsePath, scanTokens, type VariableIndex } from "../../../template/index.js";
import type { PromptTokenizer } from "../../internal/PromptTokenizer.js";
import type { LineMark, MarkState } from "./createMirrorLine.js";

/**
 * Lists the tokens of one line and the state of each.
 *
 * @param offset where the line begins in the text
 * @param typingAt start of the token that is being typed, in the text; `null` where none is
 * @param tokenize the host's own language, instead of this package's
 */
export function classifyTokens(
  line: string,
  offset: number,
  index: VariableIndex,
  typingAt: number | null,
  tokenize?: PromptTokenizer,
): readonly LineMark[] {
  if (tokenize) return markOwn(line, tokenize);
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

/**
 * Lists a host's tokens, without those that overlap or lie outside of the line: they would tear the mirrored text
 * apart.
 */
function markOwn(line: string, tokenize: PromptTokenizer): readonly LineMark[] {
  const marks: LineMark[] = [];
  try {
    for (const { start, end, state = "known" } of tokenize(line)) {
      if (start >= (marks.at(-1)?.end ?? 0) && end > start && end <= line.length)
        marks.push({ start, end, state });
    }
  } catch {
    // What the host can't read has no marks; its text is edited all the same.
  }
  return marks;
}
