/** Checks whether two objects hold the same in all of these members. */
export function isSameIn<T extends object>(before: T, after: T, members: readonly (keyof T)[]): boolean {
  return members.every((member) => Object.is(before[member], after[member]));
}
