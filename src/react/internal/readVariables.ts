import type { VariableSource } from "../../template/index.js";

const NO_VARIABLES: readonly VariableSource[] = [];
const cleaned = new WeakMap<object, readonly VariableSource[]>();

/** Reads the variables that a host gave. No list is no variables, and an entry that is no object is left out. */
export function readVariables(component: string, value: unknown): readonly VariableSource[] {
  if (value === null || value === undefined) return NO_VARIABLES;
  const list = Array.isArray(value) ? (value as VariableSource[]) : NO_VARIABLES;
  // Not `every`, which passes holes over.
  if (list === value && !list.includes(undefined as unknown as VariableSource) && list.every(isObject))
    return list;
  // The words are rarely needed, and the editor is small.
  void import("./warnAboutVariables.js").then((module) => module.warnAboutVariables(component, value));
  const known = cleaned.get(list) ?? list.filter(isObject);
  cleaned.set(list, known);
  return known;
}

function isObject(value: unknown): boolean {
  return Object(value) === value;
}
