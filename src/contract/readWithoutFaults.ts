/**
 * Reads an object that was saved; a good one stays the same object. A bad detail costs only itself. Returns `undefined`
 * where the rest is none.
 *
 * @param isGood checks for such an object
 * @param details names of members that the object can be without
 */
export function readWithoutFaults<T extends object>(
  isGood: (value: unknown) => value is T,
  value: unknown,
  details: readonly (keyof T & string)[],
): T | undefined {
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
