import {
  displayVariable,
  type TemplateLanguage,
  type Variable,
  type VariableIndex,
} from "../../../template/index.js";

/** Row of the tree of variables as it is seen. */
export interface TreeRow {
  variable: Variable;
  /** Depth, from 1. */
  level: number;
  /** Place among its siblings, from 1. */
  position: number;
  siblings: number;
  /** Whether the children are shown; `undefined` where there are none. */
  expanded: boolean | undefined;
  /** The last segment, or the whole path in search results. */
  name: string;
  /** Whole path, as the language names it for people. */
  title: string;
}

/** Most hits of a search in the tree. */
const MAX_HITS = 500;

/** Lists the rows that are seen: the children of expanded branches, or the hits of a search. */
export function flattenTree(
  index: VariableIndex,
  isExpanded: (path: string) => boolean,
  query: string,
  language: TemplateLanguage,
): TreeRow[] {
  if (query.trim()) {
    const { items } = index.search(query, { limit: MAX_HITS });
    return items.map((variable, at) => ({
      variable,
      level: 1,
      position: at + 1,
      siblings: items.length,
      expanded: undefined,
      title: displayVariable(variable, language),
      name: displayVariable(variable, language),
    }));
  }
  const rows: TreeRow[] = [];
  const walk = (children: readonly Variable[], level: number): void => {
    children.forEach((variable, at) => {
      const expanded = variable.branch ? isExpanded(variable.path) : undefined;
      const name = level === 1 ? variable.source.label : String(variable.segments.at(-1));
      rows.push({
        variable,
        title: displayVariable(variable, language),
        level,
        position: at + 1,
        siblings: children.length,
        expanded,
        name,
      });
      if (expanded) walk(index.children(variable.path), level + 1);
    });
  };
  walk(index.children(), 1);
  return rows;
}

/** Finds the place of a row's parent; the row itself where it has none. */
export function parentRow(rows: readonly TreeRow[], active: number): number {
  const level = rows[active]?.level ?? 1;
  for (let at = active - 1; at >= 0; at--) if ((rows[at]?.level ?? 0) < level) return at;
  return active;
}
