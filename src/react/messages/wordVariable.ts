import { faults } from "./en/faults.js";
import { withWords } from "./withWords.js";
import type { Messages } from "./withWords.js";

/** Fault of a variable, as a back end or the form finds it. */
export interface VariableFault {
  code: string;
  variable?: string | undefined;
  suggestion?: string | undefined;
}

/**
 * Words a fault of a variable the same wherever it is said: in the list of problems, at the field, and in the card of the
 * run. A back end knows values only; that a name belongs to no node is known here.
 *
 * @param sources nodes that the text may name; `undefined` where that is not known
 * @returns `undefined` for another fault
 */
export function wordVariable(
  t: Messages,
  { code, variable, suggestion }: VariableFault,
  sources: readonly { slug: string }[] | undefined,
): string | undefined {
  if (!variable || (code !== "missing_variable" && code !== "unknown_variable")) return undefined;
  const isUnknown =
    code === "unknown_variable" ||
    suggestion !== undefined ||
    (sources !== undefined && !sources.some(({ slug }) => isOfNode(variable, slug)));
  const say = withWords(t, faults);
  return isUnknown
    ? say("promptEditor.unknown_variable", { path: variable })
    : say("fault.missing_variable", { variable });
}

function isOfNode(path: string, slug: string): boolean {
  return path.startsWith(slug) && (path.length === slug.length || ".[".includes(path.charAt(slug.length)));
}
