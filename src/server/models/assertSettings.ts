import { MAX_SETTING_LENGTH, findSettingFault, readModelSettings } from "../../contract/index.js";
import type { ModelSettings, Setting } from "../../contract/index.js";
import { assertNames } from "../assertNames.js";
import { findFixedOption } from "./findFixedOption.js";
import { isCustomImageModel } from "./ModelEntry.js";
import type { ImageModelEntry } from "./ModelEntry.js";
import { isNames, optionNamesOf, ownOption, providerOptionsOf, settingsOf } from "./settingsOf.js";

/** Every member of a setting. A missing one is a type error here. */
const MEMBERS: Readonly<Record<keyof Setting, true>> = {
  type: true,
  enum: true,
  maxLength: true,
  multiline: true,
  minimum: true,
  maximum: true,
  multipleOf: true,
  default: true,
  title: true,
  description: true,
  enumLabels: true,
  advanced: true,
};

/**
 * Parts of names that are never a user's to set: they loosen what a provider checks, name addresses or files, or change
 * how many images are asked for and how they are waited for.
 */
const RESERVED =
  /safe|moderat|nsfw|person|celebrit|filter|url|uri|hook|callback|file|image|mask|poll|timeout|retr|headers?$|api_?key|token|^n$|count|^num_|max_?images|output_?format|response_?format|sync_?mode|user$/i;
/** Names that are well known although a part of them is reserved. */
const ALLOWED = /^image_?size$|^image_?prompt_?strength$|^num_?inference_?steps$/i;

const MOST_SETTINGS = 50;
const MOST_CHOICES = 200;

/**
 * Refuses settings of a model that no form could show or no call could carry.
 *
 * @throws TypeError that says which setting, why, and what to do.
 */
export function assertSettings(id: string, entry: ImageModelEntry): void {
  if (entry.settings === undefined) return;
  const name = `The image model ${JSON.stringify(id)}`;
  if (isNames(entry.settings)) assertKnownNames(name, entry, entry.settings);
  const settings = settingsOf(entry);
  if (settings) assertShapes(name, settings);
  const names = Object.keys(settings?.properties ?? {});
  for (const each of names) {
    if (RESERVED.test(each) && !ALLOWED.test(each)) {
      throw new TypeError(
        `${name} offers the setting ${JSON.stringify(each)}. Names like this loosen safety, name addresses or files, or ` +
          "change how often a model is paid, so they are never a user's to set. Fix the value in providerOptions instead.",
      );
    }
  }
  if (!isCustomImageModel(entry.model) && !entry.call) assertMapped(name, entry, names);
}

function assertKnownNames(name: string, { model }: ImageModelEntry, names: readonly string[]): void {
  const known = providerOptionsOf(model);
  const odd = names.find((each) => ownOption(known, each) === undefined);
  if (odd === undefined) return;
  throw new TypeError(
    `${name} names the setting ${JSON.stringify(odd)}, which is not known of its provider. ${listKnown(known)} ` +
      "Describe others with { properties } and carry them with `call`.",
  );
}

/** Refuses a setting whose value would go nowhere, or would be overruled by what the host fixed. */
function assertMapped(name: string, entry: ImageModelEntry, names: readonly string[]): void {
  const known = providerOptionsOf(entry.model);
  for (const each of names) {
    const option = ownOption(known, each);
    if (!option) {
      throw new TypeError(
        `${name} offers the setting ${JSON.stringify(each)}, whose value would go nowhere. ${listKnown(known)} ` +
          "Give the entry a `call` that turns settings into the AI SDK's seed, size or providerOptions.",
      );
    }
    const fixed = findFixedOption(option, entry.providerOptions ?? {}, optionNamesOf(entry.model));
    if (fixed === undefined) continue;
    throw new TypeError(
      `${name} offers the setting ${JSON.stringify(each)} and fixes it in providerOptions.${fixed}. ` +
        "Leave one of them out.",
    );
  }
}

function listKnown(known: object): string {
  const names = Object.keys(known);
  return names.length === 0 ? "None are known of it." : `Known are ${names.join(", ")}.`;
}

function assertShapes(name: string, settings: ModelSettings): void {
  assertNames(name, "settings.", settings, { properties: true, order: true });
  const { properties, order = [] } = settings;
  const names = Object.keys(properties);
  if (names.length > MOST_SETTINGS)
    throw new TypeError(`${name} offers ${names.length} settings. At most ${MOST_SETTINGS} can be shown.`);
  const lost = order.find((each) => !Object.hasOwn(properties, each));
  if (lost !== undefined)
    throw new TypeError(`${name} orders the setting ${JSON.stringify(lost)}, which it does not describe.`);
  const read = new Map(readModelSettings({ settings }).map((each) => [each.name, each]));
  for (const each of names) {
    const place = `settings.properties.${each}.`;
    const setting = properties[each] as Setting;
    assertNames(name, place, setting, MEMBERS);
    const fault = findShapeFault(setting, read.has(each));
    if (fault !== null) throw new TypeError(`${name} has ${place.slice(0, -1)}, ${fault}`);
  }
}

/** Says in English why a setting can't be offered; `null` where it can. */
function findShapeFault(setting: Setting, isReadable: boolean): string | null {
  if (!isReadable) {
    return (
      "which no form can read. Its name begins with a letter, has at most 64 letters, digits and underscores, and is not that of an object's own " +
      "member, such as constructor; its " +
      'type is "string" (with enum or maxLength), "integer", "number" or "boolean".'
    );
  }
  if (setting.enum && setting.enum.length > MOST_CHOICES)
    return `which offers ${setting.enum.length} values. At most ${MOST_CHOICES} can be shown.`;
  if (setting.enum && new Set(setting.enum).size < setting.enum.length) return "which offers a value twice.";
  if (setting.minimum !== undefined && setting.maximum !== undefined && setting.minimum > setting.maximum)
    return "whose minimum is above its maximum.";
  if (setting.multipleOf !== undefined && !(setting.multipleOf > 0))
    return "whose multipleOf is not above 0.";
  if (
    setting.maxLength !== undefined &&
    !(setting.maxLength >= 1 && setting.maxLength <= 100 * MAX_SETTING_LENGTH)
  )
    return `whose maxLength is not between 1 and ${100 * MAX_SETTING_LENGTH}.`;
  if (setting.default !== undefined && findSettingFault(setting, setting.default) !== null)
    return `whose default ${JSON.stringify(setting.default)} does not fit it.`;
  return null;
}
