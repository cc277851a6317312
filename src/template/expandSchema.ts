import { memberNames, readList, readMember, readValue } from "./readValue.js";
import type { StepBudget } from "./StepBudget.js";
import type { JSONSchema } from "./types.js";

/** Schemas that one place has at most: a host's proxy may compose without an end. */
const MAX_PARTS = 10_000;

/**
 * Lists a schema with everything that it refers to or is composed of, as if all of it held at once: a picker offers
 * what may be there. Each is a copy without a prototype, so that a keyword that is missing is nowhere else. References
 * in `passed` lead back to where we came from and are not followed again; new ones are added to it. Reads no more
 * keywords than the budget holds.
 */
export function expandSchema(
  schema: unknown,
  root: unknown,
  passed: string[],
  budget: StepBudget,
): JSONSchema[] {
  const expanded: JSONSchema[] = [];
  // A set visits what is added on the way, and a schema that stands in two places, or in itself, only once.
  const found = new Set([schema]);
  for (const part of found) {
    const keywords = memberNames(part);
    if (!keywords.length) continue;
    budget.left -= keywords.length;
    if (budget.left < 0) break;
    const own = Object.create(null) as JSONSchema;
    for (const keyword of keywords) own[keyword] = readMember(part, keyword);
    expanded.push(own);
    if (found.size > MAX_PARTS) continue;
    for (const next of [own.allOf, own.anyOf, own.oneOf].flatMap(readList)) found.add(next);
    const { $ref } = own;
    if (typeof $ref !== "string" || passed.includes($ref) || passed.length > 99) continue;
    passed.push($ref);
    const keys = $ref.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
    if (keys[0] === "#") found.add(readValue(root, keys.slice(1)));
  }
  return expanded;
}
