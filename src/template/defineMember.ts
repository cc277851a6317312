/** Gives an object or an array a member of its own, whatever its prototype has under that name. */
export function defineMember(target: object, name: string | number, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
