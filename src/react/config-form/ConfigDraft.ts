import type { AspectRatio, ImageNodeConfig, PromptMode } from "../../contract/index.js";

/** Fields that the form edits, by path. */
export interface ConfigFields {
  /** Source of the prompt. */
  "prompt.mode": PromptMode;
  /** Text of Manual mode. */
  "prompt.template": string;
  /** Instructions for the prompt model in Prompt AI mode. */
  "prompt.instructions": string;
  /** Id of the image model, or `null` for the workspace's default. */
  imageModel: string | null;
  /** Id of the prompt model, or `null` for the workspace's default. */
  promptModel: string | null;
  /** Shape of the image. */
  aspectRatio: AspectRatio;
  /** Id of the style. */
  style: string;
  /** Values of the image model's settings by name; `undefined` where nothing was chosen. */
  settings: ImageNodeConfig["settings"];
}

/** Path of a field. */
export type ConfigPath = keyof ConfigFields;

/** Options of writing a field. */
export interface WriteOptions {
  /** Whether `onValueCommit` is called too. No by default. @default false */
  commit?: boolean | undefined;
  /** Place of the only fault that the write takes away, where the field holds several. By default the whole field. */
  faultAt?: SettingPath | undefined;
}

/** Path of one setting of the image model, such as "settings.quality". */
export type SettingPath = `settings.${string}`;

/**
 * Draft in react-hook-form. Unknown keys of a saved configuration ride along, unnamed by the type. Settings stand there as
 * JSON: it copies and compares values name by name, so that one named "__proto__" would reach the page's own objects.
 */
export interface ConfigDraft {
  version: 1;
  prompt: { mode: PromptMode; template: string; instructions: string };
  imageModel: string | null;
  promptModel: string | null;
  aspectRatio: AspectRatio;
  style: string;
  settings?: string | undefined;
}

export const CONFIG_PATHS: readonly ConfigPath[] = [
  "prompt.mode",
  "prompt.template",
  "prompt.instructions",
  "imageModel",
  "promptModel",
  "aspectRatio",
  "style",
  "settings",
];

/** Draft by path. Keys that the form has no field for stand under `others`. */
export interface FlatDraft extends ConfigFields {
  others: Record<string, unknown>;
}

/** Takes a draft apart by path. */
export function flattenDraft(draft: ConfigDraft): FlatDraft {
  const { prompt, imageModel, promptModel, aspectRatio, style, settings, ...rest } = draft;
  const { mode, template, instructions, ...promptRest } = prompt;
  return {
    "prompt.mode": mode,
    "prompt.template": template,
    "prompt.instructions": instructions,
    imageModel,
    promptModel,
    aspectRatio,
    style,
    settings: readSettings(settings),
    others: { ...rest, prompt: promptRest },
  };
}

/** Puts a draft together again. */
export function unflattenDraft(flat: FlatDraft): ConfigDraft {
  const { others, imageModel, promptModel, aspectRatio, style, settings } = flat;
  const prompt = {
    ...(others.prompt as object),
    mode: flat["prompt.mode"],
    template: flat["prompt.template"],
    instructions: flat["prompt.instructions"],
  };
  const kept = keepSettings(settings);
  return { ...others, version: 1, prompt, imageModel, promptModel, aspectRatio, style, settings: kept };
}

/** Writes settings as the draft holds them; a list or a text is none. A bigint, which JSON lacks, becomes a text. */
export function keepSettings(settings: unknown): string | undefined {
  const isRecord = Object(settings) === settings && !Array.isArray(settings);
  return isRecord
    ? JSON.stringify(settings, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))
    : undefined;
}

/** Reads settings that the draft holds. */
export function readSettings(kept: string | undefined): ImageNodeConfig["settings"] {
  return kept === undefined ? undefined : (JSON.parse(kept) as ImageNodeConfig["settings"]);
}

/** Copies a draft for the host: the form goes on writing into its own object. */
export function toConfig({ settings, ...draft }: ConfigDraft): ImageNodeConfig {
  return { ...draft, prompt: { ...draft.prompt }, ...(settings && { settings: readSettings(settings) }) };
}

/**
 * Turns a JSON pointer into the path of a field: "#/config/prompt/template" → "prompt.template". A place inside a field
 * leads to that field. Returns `null` for a place that the form has no field for.
 */
export function pointerToPath(pointer: string): ConfigPath | SettingPath | null {
  const path = decode(pointer)
    .replace(/^#?\//, "")
    .replace(/^config\//, "")
    .replaceAll("/", ".");
  // The form keeps no fault under a name that every object has.
  if (path.startsWith("settings."))
    return /^settings\.(?!constructor$|prototype$)[a-z]\w*$/i.test(path) ? (path as SettingPath) : null;
  return CONFIG_PATHS.find((known) => path === known || path.startsWith(`${known}.`)) ?? null;
}

/** Decodes a fragment's percent-escapes. Our fields hold no "~" and no "/", so that JSON pointer's own escapes never occur. */
function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
