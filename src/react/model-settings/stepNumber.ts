import type { NamedSetting } from "../../contract/index.js";

const STEPS = new Map([
  ["ArrowUp", 1],
  ["ArrowDown", -1],
  ["PageUp", 10],
  ["PageDown", -10],
]);

/**
 * Computes where a key leads from a value, within the bounds and on a step; `null` for a key that leads nowhere. Home and
 * End lead nowhere, since they move the caret.
 *
 * @example
 * stepNumber({ name: "steps", type: "integer", maximum: 50 }, 45, "PageUp"); // 50
 */
export function stepNumber(setting: NamedSetting, value: unknown, key: string): number | null {
  const { minimum = -Infinity, maximum = Infinity, type, multipleOf } = setting;
  const unit = multipleOf && multipleOf > 0 ? multipleOf : type === "integer" ? 1 : 0.1;
  const steps = STEPS.get(key);
  if (steps === undefined) return null;
  const known = typeof value === "number" ? value : setting.default;
  const start = Number.isFinite(minimum) ? minimum : Math.min(0, maximum);
  const next = typeof known === "number" ? (Math.round(known / unit) + steps) * unit : start;
  const isOnStep = multipleOf !== undefined || type === "integer";
  const [least, most] = isOnStep
    ? [Math.ceil(round(minimum / unit)) * unit, Math.floor(round(maximum / unit)) * unit]
    : [minimum, maximum];
  return round(Math.min(most, Math.max(least, next)));
}

/** Rounds what floating point adds: 0.1 + 0.2 is not 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
