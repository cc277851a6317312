import type { TemplateLanguage } from "../../template/index.js";
import { findSpelling } from "../findSpelling.js";
import { PROMPT_MODES, STYLES } from "../ids.js";
import { isBag } from "../isBag.js";
import type { Bag } from "../isBag.js";
import { FOREIGN_NAMES, FOREIGN_SETTINGS } from "./foreignNames.js";
import { foldName } from "../foldName.js";
import { isNodeConfig } from "./isNodeConfig.js";
import { isTemplate } from "./isTemplate.js";
import { isText } from "./isText.js";
import { listPlaces } from "./listPlaces.js";
import type { Place } from "./listPlaces.js";
import { isDocument } from "./readDocument.js";
import { readPromptText } from "./readPromptText.js";
import { readSetting } from "./readSetting.js";
import { readPair, readSize } from "./readSize.js";
import type { ForeignShape } from "./readSize.js";
import { setSettingsAside } from "./setSettingsAside.js";
import { takeValue } from "./takeValue.js";
import type { Reading, Taken } from "./takeValue.js";
import { unwrap } from "./unwrap.js";

/**
 * Reads a node or a request body of somebody else's editor or code, by its shape: what this node has too moves to this
 * node's place for it, and everything else stays under its key.
 */
export function readForeignConfig(saved: Bag, notes: string[], language: TemplateLanguage): Bag {
  const { type, content, ...others } = saved;
  const root: Bag = isDocument(saved) ? { ...others, prompt: { type, content } } : { ...saved };
  const old = root.settings;
  // Settings of this node are single values; others hold a whole node.
  const ours = isBag(old) && !old.prompt && !Object.values(old).some(isBag) ? old : undefined;
  if (ours) delete root.settings;
  const reading = { root, places: listPlaces(root, saved), language, notes };
  const inner = reading.places.find(({ bag, path }) => path && isNodeConfig(bag));
  if (inner) return hoist(root, inner, notes);

  takePrompt(reading);
  for (const name of ["imageModel", "promptModel"] as const)
    put(reading, root, name, takeValue(reading, name, FOREIGN_NAMES[name], readModel));
  const isSized = takeShape(reading);
  const settings: Bag = {};
  for (const [name, names] of Object.entries(FOREIGN_SETTINGS)) {
    if (ours && Object.hasOwn(ours, name)) continue;
    const taken = takeValue(reading, `settings.${name}`, names, (value) => readSetting(value, name, language));
    if (taken?.value === null) notes.push(`Read "${taken.path}" as no ${name}.`);
    else put(reading, settings, name, taken);
  }
  takeStyle(reading, settings, isSized || Object.keys(settings).length > 0);
  tellRest(reading);
  setSettingsAside(root, notes);
  if (ours || Object.keys(settings).length > 0) root.settings = { ...settings, ...ours };
  return root;
}

/** Moves a configuration of this node out of the node that holds it; a member of the root that it replaces goes there. */
function hoist(root: Bag, { bag, path }: Place, notes: string[]): Bag {
  const [top] = path.split(".");
  const own = Object.entries(bag).filter(([key]) => key !== top);
  for (const [key] of own) {
    if (Object.hasOwn(root, key)) bag[key] = root[key];
    else Reflect.deleteProperty(bag, key);
  }
  notes.push(`Read "${path.slice(0, -1)}" as the configuration.`);
  return { ...root, ...Object.fromEntries(own) };
}

/** Puts a value in its place, and says where it was; what stands there as it was saved needs no word. */
function put(reading: Reading, to: Bag, name: string, taken: Taken<unknown> | undefined, more = ""): void {
  if (!taken) return;
  to[name] = taken.value;
  const target = to === reading.root ? name : `settings.${name}`;
  if (taken.path !== target || taken.value !== taken.saved)
    reading.notes.push(`Read "${taken.path}" as "${target}"${more}.`);
}

function takePrompt(reading: Reading): void {
  const { root, language } = reading;
  const readPrompt = (value: unknown) => readPromptText(value, language);
  const taken =
    takeValue(reading, "prompt", FOREIGN_NAMES.prompt, readPrompt) ??
    takeValue(reading, "prompt", FOREIGN_NAMES.input, readPrompt);
  for (const name of ["template", "instructions"] as const)
    put(reading, root, name, takeValue(reading, name, FOREIGN_NAMES[name], readPrompt));
  const wrapper = isBag(taken?.saved) && !taken.saved.__rl ? taken.saved.mode : undefined;
  if (isText(wrapper)) root.promptMode ??= wrapper;
  const mode = takeValue(reading, "promptMode", FOREIGN_NAMES.mode, (value, _, name) => {
    const found = toMode(value);
    // Beside a prompt, an "auto" of another editor means something else.
    return found === "auto" && taken && name.endsWith(".mode") ? undefined : found;
  });
  put(reading, root, "promptMode", mode);
  if (!taken) return;
  // Other modes of other editors, such as "advanced", say nothing of the prompt.
  if (taken.path !== "prompt" && isText(root.mode)) root.promptMode ??= "manual";
  const { prompt } = root;
  put(reading, root, "prompt", taken);
  if (!isBag(prompt)) return;
  const key = toMode(root.promptMode) === "prompt_ai" ? "instructions" : "template";
  root.prompt = { ...prompt, [key]: taken.value };
}

function toMode(value: unknown): string | undefined {
  return isText(value) ? findSpelling(value, PROMPT_MODES, foldName) : undefined;
}

/** Reads an id. One that is still an expression, which no catalog has, stays where it is. */
function readModel(
  value: unknown,
  { members }: Place,
  name: string,
  { language }: Reading,
): string | number | undefined {
  const id = isBag(value) ? (value.id ?? value.name) : value;
  const isId = typeof id === "number" || (isText(id) && !isTemplate(id, language));
  if (!name.endsWith(".version")) return isId ? id : undefined;
  // Most versions are no models. One beside an input is, where it has a model's name or hash.
  const isModel = isText(id) && /\/|^[\da-f]{40}/.test(id) && members.some(([, key]) => key === "input");
  return isModel ? id : undefined;
}

/** Takes the shape; tells whether it was a size, which no shape of this node ever was. */
function takeShape(reading: Reading): boolean {
  // An expression may hold digits and words that look like a size.
  const read = (value: unknown) => (isTemplate(value, reading.language) ? undefined : readSize(value));
  const named = takeValue(reading, "aspectRatio", FOREIGN_NAMES.aspectRatio, read);
  const taken =
    named ??
    takeValue(reading, "aspectRatio", FOREIGN_NAMES.size, read) ??
    takeValue(reading, "aspectRatio", FOREIGN_NAMES.width, readSides);
  if (!taken) return false;
  const { ratio, isExact } = taken.value;
  const from = isText(taken.saved) ? ` (saved as ${JSON.stringify(taken.saved.slice(0, 40))})` : "";
  const more = `: "${ratio}"${isExact ? "" : ", the nearest shape"}${from}`;
  put(reading, reading.root, "aspectRatio", { ...taken, value: ratio }, more);
  return !named;
}

/** Reads width and height side by side, but not those of a node on its canvas. */
function readSides(
  width: unknown,
  { bag, members, drop }: Place,
  _name: string,
  { language }: Reading,
): ForeignShape | undefined {
  const height = members.find(([name]) => FOREIGN_NAMES.height.test(name))?.[1];
  if (height === undefined || Object.hasOwn(bag, "position")) return undefined;
  const shape = readPair(width, unwrap(bag[height], language));
  if (shape) drop(height);
  return shape;
}

/** Takes a style. One that this node does not have is a setting of the model where other things are foreign too. */
function takeStyle(reading: Reading, settings: Bag, isForeign: boolean): void {
  const { root } = reading;
  const taken = takeValue(reading, "style", FOREIGN_NAMES.style, (value) =>
    isText(value) && !isTemplate(value, reading.language) ? value : undefined,
  );
  if (!taken) return;
  const isOther = isForeign || taken.path !== "style" || /^(?:vivid|natural)$/.test(taken.value);
  put(reading, findSpelling(taken.value, STYLES) || !isOther ? root : settings, "style", taken);
}

/** Tells of the values that can't be placed. They stay where they are. */
function tellRest({ places, language, notes }: Reading): void {
  const names = [FOREIGN_NAMES.size, ...Object.values(FOREIGN_SETTINGS)];
  for (const { bag, path, members } of places) {
    for (const [name, key] of members) {
      const value = unwrap(bag[key], language);
      if (!isText(value) && typeof value !== "number") continue;
      if (FOREIGN_NAMES.count.test(name) && Number(value) > 1)
        notes.push(`"${path}${key}" asks for more than the one image of a run; it is kept.`);
      if (names.some((each) => each.test(name))) notes.push(`Could not place "${path}${key}"; it is kept.`);
    }
  }
}
