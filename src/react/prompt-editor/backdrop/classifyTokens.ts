import {
  classifyReference,
  type TemplateLanguage,
  type TemplateToken,
  type VariableIndex,
} from "../../../template/index.js";
import type { LineMark, MarkState } from "./createMirrorLine.js";

/**
 * Lists the tokens of one line and the state of each.
 *
 * @param offset where the line begins in the text
 * @param typingAt start of the token that is being typed, in the text; `null` where none is
 */
export function classifyTokens(
  line: string,
  offset: number,
  index: VariableIndex,
  typingAt: number | null,
  language: TemplateLanguage,
): readonly LineMark[] {
  return language.scan(line).map((token) => {
    const { start, end } = token;
    return { start, end, state: offset + start === typingAt ? "pending" : stateOf(token, index) };
  });
}

function stateOf({ path, closed, fault }: TemplateToken, index: VariableIndex): MarkState {
  if (!closed || fault) return "invalid";
  if (!path) return "expression";
  const { state } = classifyReference(index, path);
  return state === "open" ? "known" : state;
}
