import type * as z from "zod/mini";

/**
 * Reads an object that was saved; a good one stays the same object. A bad detail costs only itself. Returns `undefined`
 * where the rest breaks the schema.
 *
 * @param details names of members that the object can be without
 */
export function readWithoutFaults<T extends object>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  details: readonly (keyof T & string)[],
): T | undefined {
  const isGood = (candidate: unknown): candidate is T => schema.safeParse(candidate).success;
  if (isGood(value)) return value;
  const isDetail = ([name]: [string, unknown]) => (details as readonly string[]).includes(name);
  const members = Object.entries(Object(value) as T);
  const rest: unknown = Object.fromEntries(members.filter((member) => !isDetail(member)));
  if (!isGood(rest)) return undefined;
  const kept = members.filter(
    (member) => isDetail(member) && isGood({ ...rest, ...Object.fromEntries([member]) }),
  );
  return { ...rest, ...Object.fromEntries(kept) };
}
