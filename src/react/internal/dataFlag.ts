/** Turns a boolean into an attribute: present and empty, or absent. */
export function dataFlag(value: boolean | undefined): "" | undefined {
  return value ? "" : undefined;
}
