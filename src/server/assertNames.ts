import { nearestName } from "./nearestName.js";

/**
 * Refuses members that nobody reads: a misspelled one would do nothing, in silence.
 *
 * @param of what the members belong to, as the message begins
 * @param where path of the object, such as "limits"; empty for the options themselves
 *
 * @throws TypeError with the member and the nearest name.
 */
export function assertNames(
  of: string,
  where: string,
  given: object | null | undefined,
  known: Readonly<Record<string, unknown>>,
): void {
  for (const name of Object.keys(given ?? {})) {
    if (Object.hasOwn(known, name)) continue;
    const near = nearestName(name, Object.keys(known));
    const path = where === "" ? name : `${where}.${name}`;
    throw new TypeError(
      `${of} has no option ${JSON.stringify(path)}, so it would do nothing. ` +
        (near === null ? "Remove it." : `Did you mean ${JSON.stringify(near)}?`),
    );
  }
}
