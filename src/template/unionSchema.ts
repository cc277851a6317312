import type { JSONSchema } from "./types.js";

/**
 * Joins schemas of which one holds: literals become one enum, names of types one list. Allows anything where one of them
 * does.
 */
export function unionSchema(schemas: readonly JSONSchema[]): JSONSchema {
  const types = new Set<string>();
  const literalTypes = new Set<string>();
  const values = new Set<unknown>();
  const others: JSONSchema[] = [];
  for (const schema of schemas) {
    const { length } = Object.keys(schema);
    if (!length) return {};
    const named = schema.type === undefined ? [] : [schema.type].flat();
    if (schema.enum) {
      for (const value of schema.enum) values.add(value);
      for (const type of named) literalTypes.add(type);
    } else if (length === 1 && named.length) for (const type of named) types.add(type);
    else others.push(schema);
  }
  // An enum lists what is allowed, so it has to list null as well.
  if (values.size && types.delete("null")) {
    values.add(null);
    literalTypes.add("null");
  }
  if (values.size) others.push({ type: oneOf(literalTypes), enum: [...values] });
  if (types.size) others.push({ type: oneOf(types) });
  return others.length === 1 ? { ...others[0] } : { anyOf: others };
}

const oneOf = (types: ReadonlySet<string>) => {
  const [first, ...more] = types;
  return first !== undefined && !more.length ? first : [...types];
};
