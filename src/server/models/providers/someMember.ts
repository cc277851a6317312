/** Most members of a provider's data that are looked at. */
const MAX_MEMBERS = 10_000;
const MAX_DEPTH = 5;

/** Checks whether a member of nested JSON fits, a few levels deep and so many in all. */
export function someMember(
  value: unknown,
  fits: (key: string, member: unknown) => boolean,
  depth = 0,
  budget = { left: MAX_MEMBERS },
): boolean {
  if (typeof value !== "object" || value === null || depth >= MAX_DEPTH) return false;
  const members = Array.isArray(value) ? value.slice(0, budget.left) : value;
  for (const [key, member] of Object.entries(members)) {
    budget.left -= 1;
    if (budget.left < 0) return false;
    if (fits(key, member) || someMember(member, fits, depth + 1, budget)) return true;
  }
  return false;
}
