import { nextToken } from "./nextToken.js";
import type { TextRange } from "./types.js";

/** A token of a line, for whoever paints it. `path` is set where the state is "path". */
export interface TokenRange extends TextRange {
  path: string | null;
  state: "path" | "unclosed" | "empty" | "unsupported";
}

/** Lists the tokens of a line (or of a whole text: no token spans lines). Linear in its length. */
export function scanTokens(line: string): readonly TokenRange[] {
  const tokens: TokenRange[] = [];
  for (let token = nextToken(line, 0); token; token = nextToken(line, token.end)) {
    const { start, end, reference, code } = token;
    const state = (code ?? "path").split("_")[0] as TokenRange["state"];
    if (reference || code) tokens.push({ start, end, path: reference?.path ?? null, state });
  }
  return tokens;
}
