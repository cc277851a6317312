import { readValue } from "./readValue.js";
import type { TemplatePath } from "./TemplateLanguage.js";

/**
 * Reads the value of a variable as it is, not as a text; `undefined` where the path leads nowhere. Own members of plain
 * objects and elements of lists only. Never throws.
 *
 * @param variables Object with one member per slug. Anything else counts as an empty one.
 *
 * @example
 * readVariable({ agent: { output: { photo: file } } }, ["agent", "output", "photo"]); // file
 */
export function readVariable(variables: unknown, path: TemplatePath): unknown {
  // A slug is a name: a list has none, although its elements could be read.
  return typeof path[0] === "string" ? readValue(variables, path) : undefined;
}
