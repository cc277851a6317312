import { parentRow, type TreeRow } from "./flattenTree.js";

export type BrowserAction =
  | { type: "move"; active: number }
  | { type: "expand" | "collapse"; path: string }
  | { type: "insert" }
  | null;

const PAGE = 8;

/** Decides what a key in the search field does to the tree; `null` leaves it to the field. */
export function browserKey(
  key: string,
  rows: readonly TreeRow[],
  active: number,
  searching: boolean,
): BrowserAction {
  const row = rows[active];
  if (!row) return null;
  const move = (to: number): BrowserAction => ({
    type: "move",
    active: Math.max(0, Math.min(rows.length - 1, to)),
  });
  switch (key) {
    case "ArrowDown":
      return move(active + 1);
    case "ArrowUp":
      return move(active - 1);
    case "PageDown":
      return move(active + PAGE);
    case "PageUp":
      return move(active - PAGE);
    case "Enter":
      return { type: "insert" };
    case "ArrowRight":
      if (searching || row.expanded === undefined) return null;
      return row.expanded ? move(active + 1) : { type: "expand", path: row.variable.path };
    case "ArrowLeft":
      if (searching) return null;
      return row.expanded ? { type: "collapse", path: row.variable.path } : move(parentRow(rows, active));
    default:
      return null;
  }
}
