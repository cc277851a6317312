import type { Warning } from "../../contract/index.js";
import { askedPixels } from "../models/geometryOf.js";
import { loadSdk } from "../models/loadSdk.js";
import { isCustomImageModel } from "../models/ModelEntry.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import type { PromptStageResult } from "./runPromptStage.js";

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
    warnings: result.warnings.flatMap((warning) => unsupportedSetting(warning, "size" in geometry)),
  };
}

function assertBytes(bytes: unknown): Uint8Array {
  if (bytes instanceof Uint8Array && bytes.byteLength > 0) return bytes;
  throw createProblem("no_image", { charged: null });
}

/** A warning in our own words, and only about the setting that was sent: providers warn of the other one too. */
function unsupportedSetting(warning: unknown, sentSize: boolean): Warning[] {
  const { feature, setting } = Object(warning) as { feature?: unknown; setting?: unknown };
  const name = feature ?? setting;
  if (name !== (sentSize ? "size" : "aspectRatio")) return [];
  return [
    {
      code: "unsupported_setting",
      params: { setting: name },
      message: `The model does not take the setting ${name}; the picture may have another shape.`,
    },
  ];
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
    found = member;
    return true;
  });
  return found;
}

/** Visits the members of nested JSON, a few levels deep, until one is the one. */
function walk(value: unknown, visit: (key: string, member: unknown) => boolean, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > 4) return false;
  return Object.entries(value).some(([key, member]) => visit(key, member) || walk(member, visit, depth + 1));
}
