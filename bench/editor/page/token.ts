/** An unclosed `{{` before the caret and what was typed since. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** Rows of a popup, for every editor whose documentation leaves the search to the application. */
export const ROWS = 10;

/** The ten first paths that hold the query: what the peers' own examples do, which filter a list and cut it. */
export function findPaths(paths: readonly string[], query: string): readonly string[] {
  return paths.filter((path) => path.includes(query)).slice(0, ROWS);
}

/** The token that is being typed, `null` where none is. */
export function findToken(text: string, caret: number): Token | null {
  const start = text.lastIndexOf("{{", caret);
  if (start < 0 || caret - start > 100) return null;
  const query = text.slice(start + 2, caret);
  return query.includes("}") ? null : { start, end: caret, query };
}

/** A text cut into prose and variables, for editors that keep a variable as a node. */
export function cutText(text: string): readonly { text: string; path: string | null }[] {
  return text
    .split(/(\{\{[^{}]+\}\})/)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, path: piece.startsWith("{{") ? piece.slice(2, -2) : null }));
}
