import type { VariableSource } from "../../template/index.js";
import { warnAboutProp } from "./describeProp.js";

const NO_VARIABLES: readonly VariableSource[] = [];
const cleaned = new WeakMap<object, readonly VariableSource[]>();

/** Reads the variables that a host gave. No list is no variables, and an entry that is no object is left out. */
export function readVariables(component: string, value: unknown): readonly VariableSource[] {
  if (value === null || value === undefined) return NO_VARIABLES;
  const isList = Array.isArray(value);
  if (isList && value.every((source) => isObject(source))) return value as readonly VariableSource[];
  const wrong: unknown = isList ? value.find((source) => !isObject(source)) : value;
  warnAboutProp({
    component,
    prop: isList ? "an entry of variables" : "variables",
    value: wrong,
    expected: isList
      ? "an object with a slug"
      : 'a list with one entry per earlier node: [{ slug: "trigger", sample }]',
    instead: isList ? "The entry is left out." : "It goes on without variables.",
  });
  if (!isList) return NO_VARIABLES;
  const known = cleaned.get(value) ?? (value.filter((source) => isObject(source)) as VariableSource[]);
  cleaned.set(value, known);
  return known;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
