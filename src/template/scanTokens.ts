import { readTokens } from "./readTokens.js";
import type { TextRange } from "./types.js";

/** Token of a line, for whoever paints it. `path` is set where the state is "path". */
export interface TokenRange extends TextRange {
  /** Path inside the braces, where it is one. */
  path: string | null;
  /** Content of the braces: a path, or what is wrong with it. */
  state: "path" | "unclosed" | "empty" | "unsupported";
}

/** Lists the tokens of a line (or of a whole text: no token spans lines). Linear in its length. */
export function scanTokens(line: string): readonly TokenRange[] {
  return readTokens(line).flatMap(({ code = "path", range, path = null }) =>
    code === "escaped" ? [] : { ...range, path, state: code.split("_")[0] as TokenRange["state"] },
  );
}
