import { isPlainObject, readValue } from "./readValue.js";
import type { JSONSchema } from "./types.js";

/**
 * Lists a schema with everything that it refers to or is composed of, as if all of it held at once: a picker offers
 * what may be there. References in `passed` lead back to where we came from and are not followed again.
 */
export function expandSchema(schema: unknown, root: unknown, passed: Set<string>): JSONSchema[] {
  const schemas: JSONSchema[] = [];
  const visit = (candidate: unknown) => {
    if (!isPlainObject(candidate) || schemas.length > 99 || schemas.includes(candidate)) return;
    const { $ref, allOf, anyOf, oneOf } = candidate as JSONSchema;
    schemas.push(candidate);
    if (typeof $ref === "string" && !passed.has($ref)) {
      passed.add($ref);
      visit(followPointer(root, $ref));
    }
    for (const list of [allOf, anyOf, oneOf]) if (Array.isArray(list)) list.forEach(visit);
  };
  visit(schema);
  return schemas;
}

function followPointer(root: unknown, pointer: string): unknown {
  const [file, ...keys] = pointer.split("/");
  if (file !== "#") return;
  return readValue(
    root,
    keys.map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~")),
  );
}
