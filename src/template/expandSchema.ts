import { isPlainObject, readValue } from "./readValue.js";
import type { JSONSchema } from "./types.js";

/**
 * Lists a schema with everything that it refers to or is composed of, as if all of it held at once: a picker offers
 * what may be there. References in `passed` lead back to where we came from and are not followed again; new ones are
 * added to it.
 */
export function expandSchema(schema: unknown, root: unknown, passed: string[]): JSONSchema[] {
  if (!isPlainObject(schema) || passed.length > 99) return [];
  const { $ref, allOf, anyOf, oneOf } = schema as JSONSchema;
  const parts: unknown[] = [allOf, anyOf, oneOf].flat();
  if (typeof $ref === "string" && !passed.includes($ref)) {
    passed.push($ref);
    const keys = $ref.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
    if (keys[0] === "#") parts.push(readValue(root, keys.slice(1)));
  }
  return [schema, ...parts.flatMap((part) => expandSchema(part, root, passed))];
}
