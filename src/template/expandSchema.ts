import { memberNames, readList, readMember, readValue } from "./readValue.js";
import type { JSONSchema } from "./types.js";

/**
 * Lists a schema with everything that it refers to or is composed of, as if all of it held at once: a picker offers
 * what may be there. Each is a copy without a prototype, so that a keyword that is missing is nowhere else. References in `passed` lead back to where we came from and are not followed again; new ones are
 * added to it.
 */
export function expandSchema(schema: unknown, root: unknown, passed: string[]): JSONSchema[] {
  const keywords = memberNames(schema);
  if (!keywords.length || passed.length > 99) return [];
  const own = Object.create(null) as JSONSchema;
  for (const keyword of keywords) own[keyword] = readMember(schema, keyword);
  const { $ref } = own;
  const parts = [own.allOf, own.anyOf, own.oneOf].flatMap(readList);
  if (typeof $ref === "string" && !passed.includes($ref)) {
    passed.push($ref);
    const keys = $ref.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
    if (keys[0] === "#") parts.push(readValue(root, keys.slice(1)));
  }
  return [own, ...parts.flatMap((part) => expandSchema(part, root, passed))];
}
