import type { Setting } from "./settingSchema.js";

/** Way in which a value does not fit a setting. */
export type SettingFault = "type" | "choice" | "length" | "minimum" | "maximum" | "step";

/** Most code points of a text whose setting does not say. */
export const MAX_SETTING_LENGTH = 2000;

/**
 * Finds why a value does not fit a setting; `null` where it fits. Nothing is converted: "42" is no integer.
 *
 * @example
 * findSettingFault({ type: "integer", minimum: 0 }, 1.5); // "step"
 */
export function findSettingFault(setting: Setting, value: unknown): SettingFault | null {
  const { type, minimum, maximum, multipleOf } = setting;
  if (type === "boolean") return typeof value === "boolean" ? null : "type";
  if (type === "string") {
    if (typeof value !== "string") return "type";
    if (setting.enum) return setting.enum.includes(value) ? null : "choice";
    return isLonger(value, setting.maxLength ?? MAX_SETTING_LENGTH) ? "length" : null;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return "type";
  if (minimum !== undefined && value < minimum) return "minimum";
  if (maximum !== undefined && value > maximum) return "maximum";
  if (type === "integer" && !Number.isSafeInteger(value)) return "step";
  return multipleOf !== undefined && multipleOf > 0 && !isMultiple(value, multipleOf) ? "step" : null;
}

/** Counts code points no further than needed. */
function isLonger(text: string, most: number): boolean {
  return text.length > most && (text.length > 2 * most || [...text].length > most);
}

/** Takes 0.3 for a multiple of 0.1, which floating point does not. */
function isMultiple(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
}
