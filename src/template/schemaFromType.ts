import { objectOf, readType } from "./readType.js";
import { readTypeWords } from "./readTypeWords.js";
import { memberNames, readList, readMember } from "./readValue.js";
import type { StepBudget } from "./StepBudget.js";
import type { JSONSchema } from "./types.js";

/** Type as a text such as `"{ title: string; tags?: string[] }"`, or an object or a list of types. */
export type TypeDescription =
  string | readonly TypeDescription[] | { readonly [name: string]: TypeDescription };

/** Levels of a type; an index reads 12. What lies deeper may be anything. */
const MOST_LEVELS = 50;
/** Characters of all texts of one type, and 20 for each member of an object; what comes later may be anything. */
const MOST_STEPS = 2_000_000;
const STEPS_OF_MEMBER = 20;

/**
 * Makes a JSON Schema of a TypeScript-like type, for the `schema` of a variable source: names of simple types, `string[]`,
 * `Array<…>`, objects with `;`, `,` or line ends, unions, literals, `Record<…>`, tuples, `Date` and `File`, which is an
 * object of the workflow's file format. Also reads `array[string]`, `string?`, and objects and lists of such texts.
 * What can't be read, is nested too deep or contains itself becomes a schema that allows anything. Never throws.
 *
 * @example
 * const schema = schemaFromType({ title: "string", items: "Array<{ id: number }>" });
 */
export function schemaFromType(type: TypeDescription): JSONSchema {
  return readDescription(type, [], { left: MOST_STEPS });
}

/** Reads a description that stands in the objects and lists `around` it. */
function readDescription(type: unknown, around: readonly unknown[], budget: StepBudget): JSONSchema {
  const levels = MOST_LEVELS - around.length;
  const elements = readMember(type, 0) === undefined ? [] : readList(type);
  const names = memberNames(type);
  budget.left -= typeof type === "string" ? type.length : (elements.length + names.length) * STEPS_OF_MEMBER;
  if (budget.left < 0 || levels < 1 || around.includes(type)) return {};
  if (typeof type === "string") {
    const source = readTypeWords(type);
    return source ? readType(source, { from: 0, to: source.words.length }, levels) : {};
  }
  const path = [...around, type];
  const below = (value: unknown) => readDescription(value, path, budget);
  if (elements.length === 1) return { type: "array", items: below(elements[0]) };
  if (elements.length) return { type: "array", prefixItems: elements.map(below) };
  return names.length ? objectOf(names.map((name) => [name, below(readMember(type, name))])) : {};
}
