import type { Warning } from "../../contract/index.js";
import { askedPixels } from "../models/geometryOf.js";
import { loadSdk } from "../models/loadSdk.js";
import { isCustomImageModel } from "../models/ModelEntry.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import type { PromptStageResult } from "./runPromptStage.js";

/** Most members of a provider's metadata that are looked at. */
const MAX_MEMBERS = 10_000;
/** Most characters of the prompt as the model revised it: runs keep it. */
const MAX_REVISED = 32_000;

/** Answer of the image model. */
export interface ImageStageResult {
  readonly bytes: Uint8Array;
  /** Prompt as the model says it revised it. */
  readonly revised: string | null;
  readonly warnings: readonly Warning[];
}

/** Calls the image model, once: an image that was paid is never asked for again. */
export async function runImageStage(
  prepared: PreparedGeneration,
  prompt: PromptStageResult,
  signal: AbortSignal,
  onPartialImage: (bytes: Uint8Array) => void,
): Promise<ImageStageResult> {
  const { imageModel, geometry, aspectRatio, style } = prepared;
  const sent = prompt.stages.sent ?? prompt.prompt;
  const { model } = imageModel;
  if (isCustomImageModel(model)) {
    const { width, height } = askedPixels(geometry, aspectRatio);
    const bytes: unknown = await model.generate({
      prompt: sent,
      content: prompt.prompt,
      aspectRatio,
      width,
      height,
      style: style.id,
      signal,
      onPartialImage,
    });
    return { bytes: assertBytes(bytes), revised: null, warnings: [] };
  }
  const sdk = await loadSdk();
  const result = await sdk.generateImage({
    model: model as Parameters<typeof sdk.generateImage>[0]["model"],
    prompt: sent,
    n: 1,
    ...("size" in geometry ? { size: geometry.size } : { aspectRatio: geometry.aspectRatio }),
    maxRetries: 0,
    abortSignal: signal,
  });
  // Some providers report a blocked image as a success with a flag on it.
  if (holdsFlag(result.providerMetadata, /^(?:has_?)?nsfw(?:_?(?:content|concepts?|flagged|detected))?$/i)) {
    throw createProblem("content_blocked", { charged: null });
  }
  return {
    bytes: assertBytes(result.image.uint8Array),
    revised: findText(result.providerMetadata, "revisedPrompt"),
    warnings: unsupportedSetting(result.warnings, "size" in geometry),
  };
}

function assertBytes(bytes: unknown): Uint8Array {
  if (bytes instanceof Uint8Array && bytes.byteLength > 0) return bytes;
  throw createProblem("no_image", { charged: null });
}

/** One warning in our own words, and only about the setting that was sent: providers warn of the other one too. */
function unsupportedSetting(warnings: readonly unknown[], sentSize: boolean): Warning[] {
  const name = sentSize ? "size" : "aspectRatio";
  const isWarned = warnings.some((warning) => {
    const { feature, setting } = Object(warning) as { feature?: unknown; setting?: unknown };
    return (feature ?? setting) === name;
  });
  if (!isWarned) return [];
  const message = `The model does not take the setting ${name}; the picture may have another shape.`;
  return [{ code: "unsupported_setting", params: { setting: name }, message }];
}

function holdsFlag(value: unknown, name: RegExp): boolean {
  return walk(
    value,
    (key, member) => name.test(key) && (member === true || (Array.isArray(member) && member.includes(true))),
  );
}

function findText(value: unknown, name: string): string | null {
  let found: string | null = null;
  walk(value, (key, member) => {
    if (key !== name || typeof member !== "string" || !member) return false;
    found = cut(member, MAX_REVISED);
    return true;
  });
  return found;
}

/** Cuts a text without halving a character of two code units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** Visits the members of nested JSON, a few levels deep and so many in all, until one is the one. */
function walk(
  value: unknown,
  visit: (key: string, member: unknown) => boolean,
  depth = 0,
  budget = { left: MAX_MEMBERS },
): boolean {
  if (typeof value !== "object" || value === null || depth > 4) return false;
  const members = Array.isArray(value) ? value.slice(0, budget.left) : value;
  for (const [key, member] of Object.entries(members)) {
    budget.left -= 1;
    if (budget.left < 0) return false;
    if (visit(key, member) || walk(member, visit, depth + 1, budget)) return true;
  }
  return false;
}
