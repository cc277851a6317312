import type { VariableSource } from "../../template/index.js";

/** Values that may still be compared; whoever compares some counts them off. */
export interface CompareBudget {
  left: number;
}

/** Levels of data that are compared. */
const DEEPEST = 64;

/**
 * Tells whether two sources give the same variables: all members are the same, or hold plain data that is equal, in the
 * same order. What costs more than the budget to compare counts as different, and so does what throws. Of two that were
 * compared by their content, a later change inside of the first is not noticed.
 */
export function isSameSource(a: VariableSource, b: VariableSource, budget: CompareBudget): boolean {
  if (a === b) return true;
  try {
    return isEqual(a, b, budget, 0);
  } catch {
    return false;
  }
}

function isEqual(a: unknown, b: unknown, budget: CompareBudget, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (!isData(a) || typeof b !== "object" || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  // Before the names of millions of elements are listed.
  if (Array.isArray(a) && (a.length !== (b as unknown as unknown[]).length || a.length > budget.left))
    return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  budget.left -= names.length + 1;
  if (budget.left < 0 || depth > DEEPEST || names.length !== others.length) return false;
  for (let position = 0; position < names.length; position++) {
    const name = names[position] as string;
    if (name !== others[position]) return false;
    if (!isEqual(a[name], (b as Record<string, unknown>)[name], budget, depth + 1)) return false;
  }
  return true;
}

/** Checks for a list or a plain object. */
function isData(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
