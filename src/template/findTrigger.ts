import { nextToken } from "./nextToken.js";

/** Token around a caret: the range to replace, and the query to search for. */
export interface Trigger {
  /** Start of its `{{`. */
  start: number;
  /** End: after an existing `}}`, else that of its path. */
  end: number;
  /** Text between `{{` and the caret. */
  query: string;
}

/** UTF-16 units that are searched before a caret for the braces that opened its token. */
const REACH = 400;

/**
 * Finds the token that is being typed at a caret; null where none is. A line end, a `}` and a single `{` end the way
 * back, and `\{{` opens nothing. Costs the same wherever in however long a text the caret is.
 */
export function findTrigger(text: string, caret: number): Trigger | null {
  // A host without types may give no place, or one outside of the text: nothing would end the way back.
  if (typeof text !== "string" || !(caret >= 0 && caret <= text.length)) return null;
  let open = caret;
  while (!/[{}\r\n]/.test(text.charAt(--open))) if (open < 0 || caret - open > REACH) return null;
  if (text[open] !== "{" || text[open - 1] !== "{") return null;
  const start = open - 1;
  let run = start;
  while (text[run - 1] === "{" && caret - run < REACH) run--;
  if (text[run - 1] === "\\" && start < run + 2) return null;
  const range = nextToken(text.slice(start, caret + REACH), 0)?.range;
  const end = range?.start === 0 ? start + range.end : caret;
  return { start, end: Math.max(caret, end), query: text.slice(open + 1, caret).trimStart() };
}
