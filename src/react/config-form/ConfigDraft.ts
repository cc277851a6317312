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
  /** Pictures that the image model is given, in order; `undefined` where there are none. */
  references: ImageNodeConfig["references"];
}

/** Path of a field. */
export type ConfigPath = keyof ConfigFields;

/** Options of writing a field. */
export interface WriteOptions {
  /** Whether `onValueCommit` is called too. No by default. @default false */
  commit?: boolean | undefined;
  /** Place of the only fault that the write takes away, where the field holds several. By default the whole field. */
  faultAt?: SettingPath | ReferencePath | undefined;
}

/** Path of one setting of the image model, such as "settings.quality". */
export type SettingPath = `settings.${string}`;

/** Path of one reference, such as "references.2". */
export type ReferencePath = `references.${string}`;

/**
 * Draft in react-hook-form. Unknown keys of a saved configuration ride along, unnamed by the type. Settings and references
 * stand there as JSON: it copies and compares values name by name, so that one named "__proto__" would reach the page's
 * own objects.
 */
export interface ConfigDraft {
  version: 1;
  prompt: { mode: PromptMode; template: string; instructions: string };
  imageModel: string | null;
  promptModel: string | null;
  aspectRatio: AspectRatio;
  style: string;
  settings?: string | undefined;
  references?: string | undefined;
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
  "references",
];

/** Draft by path. Keys that the form has no field for stand under `others`. */
export interface FlatDraft extends ConfigFields {
  others: Record<string, unknown>;
}

/** Takes a draft apart by path. */
export function flattenDraft(draft: ConfigDraft): FlatDraft {
  const { prompt, imageModel, promptModel, aspectRatio, style, settings, references, ...rest } = draft;
  const { mode, template, instructions, ...promptRest } = prompt;
  return {
    "prompt.mode": mode,
    "prompt.template": template,
    "prompt.instructions": instructions,
    imageModel,
    promptModel,
    aspectRatio,
    style,
    settings: readKept(settings),
    references: readKept(references),
    others: { ...rest, prompt: promptRest },
  };
}

/** Puts a draft together again. */
export function unflattenDraft(flat: FlatDraft): ConfigDraft {
  const { others, imageModel, promptModel, aspectRatio, style } = flat;
  const prompt = {
    ...(others.prompt as object),
    mode: flat["prompt.mode"],
    template: flat["prompt.template"],
    instructions: flat["prompt.instructions"],
  };
  return {
    ...others,
    version: 1,
    prompt,
    imageModel,
    promptModel,
    aspectRatio,
    style,
    ...keepAll(flat),
  };
}

/** Writes what the draft holds as JSON. */
export function keepAll({ settings, references }: Pick<ImageNodeConfig, "settings" | "references">) {
  return {
    settings: isRecord(settings) ? toJson(settings) : undefined,
    references: Array.isArray(references) ? toJson(references) : undefined,
  };
}

/** Tells whether the draft holds a field as JSON. */
export const keepsJson = (path: ConfigPath) => path === "settings" || path === "references";

/** Writes the value of a field as the draft holds it. Settings that are no record and references that are no list are none. */
export function keepField(path: ConfigPath, value: unknown): unknown {
  return keepsJson(path) ? keepAll({ [path]: value })[path as "settings"] : value;
}

function isRecord(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

/** Writes JSON; a bigint, which it lacks, becomes a text. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "bigint" ? String(member) : member,
  );
}

/** Reads settings or references that the draft holds. */
export function readKept<T>(kept: string | undefined): T | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as T);
}

/** Copies a draft for the host: the form goes on writing into its own object. */
export function toConfig({ settings, references, ...draft }: ConfigDraft): ImageNodeConfig {
  return {
    ...draft,
    prompt: { ...draft.prompt },
    ...(settings && { settings: readKept<ImageNodeConfig["settings"]>(settings) }),
    ...(references && { references: readKept<ImageNodeConfig["references"]>(references) }),
  };
}
