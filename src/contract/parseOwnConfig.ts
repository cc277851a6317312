import { createImageNodeConfig } from "./createImageNodeConfig.js";
import { findSpelling } from "./findSpelling.js";
import { foldName } from "./foldName.js";
import { isNodeConfig } from "./foreign/isNodeConfig.js";
import { setSettingsAside } from "./foreign/setSettingsAside.js";
import { setReferencesAside } from "./setReferencesAside.js";
import type { ImageNodeConfig } from "./imageNodeConfigSchema.js";
import { ASPECT_RATIOS, PROMPT_MODES, STYLES } from "./ids.js";
import { RATIO_VALUES } from "./hasAspectRatio.js";
import { isBag } from "./isBag.js";
import type { Bag } from "./isBag.js";

/** Result of `parseImageNodeConfig`. */
export interface ParsedImageNodeConfig {
  /** The configuration, complete and at the present version. */
  config: ImageNodeConfig;
  /** One English sentence for each thing that had to be assumed; empty when nothing had. */
  notes: readonly string[];
}

/** Names that older shapes used for today's keys. */
const OLD_NAMES = {
  imageModel: ["model", "image_model"],
  promptModel: ["prompt_model", "promptGenerationModel"],
  aspectRatio: ["aspect_ratio", "ratio"],
} as const;

/**
 * Reads what `parseImageNodeConfig` does, except the nodes and bodies that others saved: for pages that load the reader of
 * those apart. What it can't place stays under its key.
 *
 * @param readForeign reads an object without a prompt of this node, and adds its notes
 */
export function parseOwnConfig(
  value: unknown,
  readForeign: (saved: Bag, notes: string[]) => Bag = (saved) => ({ ...saved }),
): ParsedImageNodeConfig {
  const notes: string[] = [];
  const parsed = typeof value === "string" ? fromJson(value, notes) : value;
  if (!isBag(parsed)) {
    if (parsed !== undefined && parsed !== null) {
      notes.push(
        `Expected an object, got ${Array.isArray(parsed) ? "an array" : typeof parsed}; started from the defaults.`,
      );
    }
    return { config: createImageNodeConfig(), notes };
  }

  const rest: Bag = isNodeConfig(parsed) ? { ...parsed } : readForeign(parsed, notes);
  if (!isBag(rest.settings)) setSettingsAside(rest, notes);
  setReferencesAside(rest, notes);
  for (const [name, olds] of Object.entries(OLD_NAMES)) moveOldName(rest, name, olds, notes);
  const prompt = readPrompt(rest, notes);
  const config = {
    ...rest,
    version: 1,
    prompt,
    imageModel: readModel(rest, "imageModel", notes),
    promptModel: readModel(rest, "promptModel", notes),
    aspectRatio: readChoice(rest.aspectRatio, "aspectRatio", ASPECT_RATIOS, "square", notes),
    style: readChoice(rest.style, "style", STYLES, "auto", notes),
  };
  if (rest.version !== undefined && rest.version !== 1) {
    notes.push(`Saved as version ${toText(rest.version)}; read as version 1.`);
  }
  // An unknown mode or ratio stays in place although the type has no name for it: replacing it would lose it.
  return { config: config as ImageNodeConfig, notes };
}

function fromJson(text: string, notes: string[]): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isBag(value)) return value;
  } catch {
    // Not JSON: a bare string is the oldest shape, the prompt alone.
  }
  notes.push("Found a bare text; read it as the manual prompt.");
  return { prompt: text };
}

function moveOldName(rest: Bag, name: string, olds: readonly string[], notes: string[]): void {
  for (const old of olds) {
    if (rest[name] !== undefined || rest[old] === undefined) continue;
    rest[name] = rest[old];
    Reflect.deleteProperty(rest, old);
    notes.push(`Read "${old}" as "${name}".`);
  }
}

function readPrompt(rest: Bag, notes: string[]): Bag {
  const saved = rest.prompt;
  const prompt: Bag = isBag(saved) ? { ...saved } : {};
  if (saved !== undefined && typeof saved !== "string" && !isBag(saved)) {
    notes.push(
      `Expected "prompt" to be an object, got ${saved === null ? "null" : typeof saved}; started it empty.`,
    );
  }
  for (const old of ["promptMode", "mode"] as const) {
    if (prompt.mode !== undefined || typeof rest[old] !== "string") continue;
    prompt.mode = rest[old];
    Reflect.deleteProperty(rest, old);
    notes.push(`Read "${old}" as "prompt.mode".`);
  }
  const mode = readChoice(prompt.mode, "prompt.mode", PROMPT_MODES, "manual", notes);
  if (typeof saved === "string") {
    const key = mode === "prompt_ai" ? "instructions" : "template";
    prompt[key] = saved;
    notes.push(`Found "prompt" as a text; read it as "prompt.${key}".`);
  }
  for (const key of ["template", "instructions"] as const) {
    if (prompt[key] !== undefined || typeof rest[key] !== "string") continue;
    prompt[key] = rest[key];
    Reflect.deleteProperty(rest, key);
    notes.push(`Read "${key}" as "prompt.${key}".`);
  }
  return {
    ...prompt,
    mode,
    template: readText(prompt.template, "prompt.template", notes),
    instructions: readText(prompt.instructions, "prompt.instructions", notes),
  };
}

function readText(value: unknown, name: string, notes: string[]): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  const text = toText(value);
  notes.push(`Expected "${name}" to be a text, got ${typeof value}; kept it as ${text.slice(0, 60)}.`);
  return text;
}

/** Whatever was saved, as JSON; a value that JSON can't hold, such as one that holds itself, by what it is. */
function toText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function readModel(rest: Bag, name: string, notes: string[]): string | null {
  const value = rest[name];
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "number") {
    notes.push(`Found "${name}" as a number; read it as the id "${value}".`);
    return String(value);
  }
  if (isBag(value) && typeof value.id === "string" && value.id !== "") {
    notes.push(`Found "${name}" as an object; kept its id.`);
    return value.id;
  }
  if (value !== undefined && value !== null && value !== "") {
    notes.push(`Expected "${name}" to be an id or null, got ${typeof value}; the catalog's default is used.`);
  }
  return null;
}

function readChoice(
  value: unknown,
  name: string,
  known: readonly string[],
  fallback: string,
  notes: string[],
): string {
  if (value === undefined || value === null || value === "") return fallback;
  if (typeof value !== "string") {
    notes.push(`Expected "${name}" to be an id, got ${typeof value}; assumed "${fallback}".`);
    return fallback;
  }
  if (known.includes(value)) return value;
  // Modes and ratios are closed, so that nothing else can be spelled like one; a host's own style can.
  const spelled = findSpelling(value, known, name === "style" ? undefined : foldName);
  const byRatio = Object.entries(RATIO_VALUES).find(
    ([, [w, h]]) => value.replace(/\s/g, "") === `${w}:${h}`,
  )?.[0];
  const meant = spelled ?? (name === "aspectRatio" ? byRatio : undefined);
  if (meant !== undefined) {
    notes.push(`Read "${name}": ${JSON.stringify(value)} as "${meant}".`);
    return meant;
  }
  notes.push(`"${name}" is ${JSON.stringify(value)}, which this version does not know; it is kept.`);
  return value;
}
