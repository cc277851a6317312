import type { AspectRatio, ImageNodeConfig, PromptMode } from "../../contract/index.js";

/** The fields that the form edits, by path. */
export interface ConfigFields {
  "prompt.mode": PromptMode;
  "prompt.template": string;
  "prompt.instructions": string;
  imageModel: string | null;
  promptModel: string | null;
  aspectRatio: AspectRatio;
  style: string;
}

/** The path of a field. */
export type ConfigPath = keyof ConfigFields;

/** What react-hook-form holds. Unknown keys of a saved configuration ride along, unnamed by the type. */
export interface ConfigDraft {
  version: 1;
  prompt: { mode: PromptMode; template: string; instructions: string };
  imageModel: string | null;
  promptModel: string | null;
  aspectRatio: AspectRatio;
  style: string;
}

export const CONFIG_PATHS: readonly ConfigPath[] = [
  "prompt.mode",
  "prompt.template",
  "prompt.instructions",
  "imageModel",
  "promptModel",
  "aspectRatio",
  "style",
];

/** A copy for the host: the form goes on writing into its own object. */
export function toConfig(draft: ConfigDraft): ImageNodeConfig {
  return { ...draft, prompt: { ...draft.prompt } };
}

/** "#/config/prompt/template" → "prompt.template"; `null` for a place that the form has no field for. */
export function pointerToPath(pointer: string): ConfigPath | null {
  const path = pointer
    .replace(/^#?\//, "")
    .replace(/^config\//, "")
    .replaceAll("/", ".");
  return CONFIG_PATHS.find((known) => known === path) ?? null;
}
