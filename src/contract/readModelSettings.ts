import { findSettingFault } from "./findSettingFault.js";
import { settingSchema } from "./settingSchema.js";
import type { Setting } from "./settingSchema.js";

/** Setting of a model with its name. */
export interface NamedSetting extends Setting {
  /** Name in a configuration's `settings`. */
  name: string;
}

/** Model of a catalog, or of a host's own list, as far as its settings go. */
export interface SettableModel {
  /** Settings of the model, in the shape of the catalog. */
  readonly settings?:
    | {
        readonly properties: Readonly<Record<string, unknown>>;
        readonly order?: readonly string[] | undefined;
      }
    | undefined;
}

/** Names that may stand in a catalog and in a configuration; forms keep no fault under those that every object has. */
const NAME = /^(?!(?:constructor|prototype)$)[A-Za-z]\w{0,63}$/;

/**
 * Lists the settings that an image model of a catalog takes, in their order. It passes over what this version can't read:
 * another kind, an odd name, a number as a choice. A default that does not fit its own setting is left out.
 *
 * @example
 * const names = readModelSettings(model).map(({ name }) => name); // ["quality", "seed"]
 */
export function readModelSettings(model: SettableModel | undefined): NamedSetting[] {
  const { properties = {}, order = [] } = model?.settings ?? {};
  const names = new Set([...order, ...Object.keys(properties)]);
  return [...names].flatMap((name) => {
    const setting = Object.hasOwn(properties, name) ? (properties[name] as Setting) : undefined;
    if (!setting || !isSettingName(name) || !settingSchema.safeParse(setting).success) return [];
    if (setting.enum && !(setting.type === "string" && setting.enum.length > 0)) return [];
    const { default: usual, ...rest } = setting;
    const fits = usual !== undefined && !findSettingFault(setting, usual);
    return [{ ...rest, name, ...(fits && { default: usual }) }];
  });
}

/**
 * Checks whether a name can be that of a setting: a letter, then at most 63 letters, digits and underscores, but neither
 * "constructor" nor "prototype".
 */
export function isSettingName(name: string): boolean {
  return NAME.test(name);
}
