import { isBag } from "../isBag.js";

// What a page checks before its first paint, without zod and its 28 kB. The schemas stay the contract: a test compares
// each of these checks with its schema.

/** Check of a value that somebody saved or gave. */
export type Check = (value: unknown) => boolean;

/** Checks for an object with these members; others do not matter. */
export function shapeOf(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members);
  return (value) => isBag(value) && checks.every(([name, check]) => check(value[name]));
}

/** Checks for a list of such members. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    // A place that was left out counts as well.
    Array.isArray(value) && Array.from<unknown>(value).every((member) => check(member));

/** Checks for such a value, or none. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** Checks for such a value, or `null`. */
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** Checks for one of these values. */
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

export const isText: Check = (value) => typeof value === "string";
export const isId: Check = (value) => typeof value === "string" && value !== "";
export const isNumber: Check = (value) => Number.isFinite(value);
export const isCount: Check = (value) => isNumber(value) && (value as number) >= 0;
export const isMoment: Check = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
