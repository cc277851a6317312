import * as z from "zod/mini";
import { optionalFlag, optionalText, text } from "./atoms.js";

const optionalNumber = z.optional(z.number());

/** Kinds of a setting that this version reads. */
export const SETTING_TYPES = ["string", "integer", "number", "boolean"] as const;

/** One setting of an image model, in a small subset of JSON Schema. */
export const settingSchema = z.looseObject({
  type: z.enum(SETTING_TYPES),
  enum: z.optional(z.array(text)),
  maxLength: optionalNumber,
  multiline: optionalFlag,
  minimum: optionalNumber,
  maximum: optionalNumber,
  multipleOf: optionalNumber,
  default: z.optional(z.unknown()),
  title: optionalText,
  description: optionalText,
  enumLabels: z.optional(z.record(text, text)),
  advanced: optionalFlag,
});

/** Value of a setting. */
export type SettingValue = string | number | boolean;

/**
 * One setting of an image model, in a small subset of JSON Schema. A `string` has `enum` or else a bounded length;
 * `multiline` asks for a text area.
 *
 * @example
 * const quality: Setting = { type: "string", enum: ["low", "high"], default: "low", title: "Quality" };
 */
export interface Setting {
  /** Kind of the value. */
  type: (typeof SETTING_TYPES)[number];
  /** Values to choose from, for a `string`. */
  enum?: readonly string[] | undefined;
  /** Most Unicode code points of a `string` without `enum`. @default 2000 */
  maxLength?: number | undefined;
  /** Whether a text may have lines. No by default. @default false */
  multiline?: boolean | undefined;
  /** Least number. */
  minimum?: number | undefined;
  /** Greatest number. */
  maximum?: number | undefined;
  /** Step of a number, counted from 0. */
  multipleOf?: number | undefined;
  /** Value that counts where a configuration has none. By default the provider decides. */
  default?: SettingValue | undefined;
  /** Name that people read. Well-known names, such as "quality" and "seed", have words of their own in the form. */
  title?: string | undefined;
  /** Sentence that says what the setting changes. */
  description?: string | undefined;
  /** Names of the values in `enum` that people read, by value. */
  enumLabels?: Readonly<Record<string, string>> | undefined;
  /** Whether the form folds it away. No by default. @default false */
  advanced?: boolean | undefined;
}

/** Settings of an image model by name, and their order in a form; names that `order` leaves out come last. */
export interface ModelSettings {
  /** Settings by name: a letter, then at most 63 letters, digits and underscores. */
  properties: Readonly<Record<string, Setting>>;
  /** Names in the order of the form. */
  order?: readonly string[] | undefined;
}
