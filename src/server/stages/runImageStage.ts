import type { Warning } from "../../contract/index.js";
import type { ImageCall, SettingValues } from "../models/ImageCall.js";
import { askedPixels } from "../models/shapesOf.js";
import { handReferences } from "../models/handReferences.js";
import { joinOptions, shareOptions, toImageCall } from "../models/toImageCall.js";
import { loadSdk } from "../models/loadSdk.js";
import { isCustomImageModel } from "../models/ModelEntry.js";
import type { ImageModelEntry, RatioGeometry, ReferencePicture, SdkModel } from "../models/ModelEntry.js";
import { isFlagged } from "../models/providers/generic.js";
import type { Provider, ProviderSettings, ReportedAmount } from "../models/providers/Provider.js";
import { findProvider } from "../models/providers/providers.js";
import { readField } from "../models/providers/readField.js";
import { someMember } from "../models/providers/someMember.js";
import { watchRequests } from "../models/watchRequests.js";
import { cutText } from "./cutText.js";
import { readUsedSettings } from "./readUsedSettings.js";
import { warnReferences } from "./warnReferences.js";
import { classifyError } from "./classifyError.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import type { PromptStageResult } from "./runPromptStage.js";

/** Most characters of the prompt as the model revised it: runs keep it. */
const MAX_REVISED = 32_000;

/** Answer of the image model. */
export interface ImageStageResult {
  readonly bytes: Uint8Array;
  /** Prompt as the model says it revised it. */
  readonly revised: string | null;
  readonly warnings: readonly Warning[];
  /** Amount that the provider says it took; `null` where it says none. */
  readonly reported: ReportedAmount | null;
  /** Settings that the model or its provider says it used, such as a seed that it drew itself. */
  readonly used: SettingValues;
}

/** Calls the image model, once: an image that was paid is never asked for again. */
export async function runImageStage(
  prepared: PreparedGeneration,
  prompt: PromptStageResult,
  signal: AbortSignal,
  onPartialImage: (bytes: Uint8Array) => void,
  references: readonly ReferencePicture[] = [],
): Promise<ImageStageResult> {
  const { imageModel, geometry, aspectRatio, style, settings, scope, context } = prepared;
  const sent = prompt.stages.sent ?? prompt.prompt;
  const { model } = imageModel;
  if (isCustomImageModel(model)) {
    const { width, height } = askedPixels(geometry, aspectRatio);
    const reports: unknown[] = [];
    const bytes: unknown = await model.generate({
      prompt: sent,
      content: prompt.prompt,
      aspectRatio,
      width,
      height,
      style: style.id,
      settings,
      ...(references.length > 0 && { references }),
      scope,
      context,
      signal,
      onPartialImage,
      onSettings: (report) => void reports.push(report),
    });
    const used = readUsedSettings(reports, imageModel);
    return { bytes: assertBytes(bytes), revised: null, warnings: [], reported: null, used };
  }
  return callSdkModel(prepared, model, sent, signal, references);
}

/** Calls a model of the AI SDK, and names its failure while it is known what was sent. */
async function callSdkModel(
  prepared: PreparedGeneration,
  model: SdkModel,
  sent: string,
  signal: AbortSignal,
  references: readonly ReferencePicture[],
): Promise<ImageStageResult> {
  const { geometry, imageModel, settings } = prepared;
  const sdk = await loadSdk();
  const provider = findProvider(model);
  const watched = watchRequests(model, provider);
  const call = readCall(imageModel, settings);
  const handed = handReferences(provider, model, sent, references);
  try {
    const result = await sdk.generateImage({
      model: watched.model as Parameters<typeof sdk.generateImage>[0]["model"],
      prompt: handed.prompt,
      n: 1,
      ...askedShape(call, geometry),
      ...(call.seed !== undefined && { seed: call.seed }),
      providerOptions: optionsOf(provider, model, prepared, call, handed.providerOptions) as NonNullable<
        Parameters<typeof sdk.generateImage>[0]["providerOptions"]
      >,
      maxRetries: 0,
      abortSignal: signal,
    });
    const metadata = metadataOf(result);
    if (isFlagged(metadata) || provider.isBlocked?.(result.responses)) {
      throw createProblem("content_blocked", { charged: null });
    }
    return {
      bytes: assertBytes(result.image.uint8Array),
      revised: findText(metadata, "revisedPrompt"),
      warnings: [
        ...unsupportedSettings(result.warnings, Object.keys(askedShape(call, geometry)), call),
        ...warnReferences(result.warnings, references.length),
      ],
      used: seedOf(metadata),
      reported: reportedOf(provider, metadata, result.usage),
    };
  } catch (cause) {
    const { kind, ...details } = classifyError(cause, { provider, log: watched.log, sent });
    throw createProblem(kind, { ...details, cause });
  }
}

/** Makes the call of the settings. Nothing was sent yet when the entry's own `call` fails. */
function readCall(imageModel: ImageModelEntry, settings: SettingValues): ImageCall {
  try {
    return toImageCall(imageModel, settings);
  } catch (cause) {
    throw createProblem("provider_misconfigured", { charged: false, cause });
  }
}

/** Shape that is asked for: the settings' own, else the ratio's. */
function askedShape({ size, aspectRatio }: ImageCall, geometry: RatioGeometry) {
  if (size !== undefined) return { size };
  if (aspectRatio !== undefined) return { aspectRatio };
  return "size" in geometry ? { size: geometry.size } : { aspectRatio: geometry.aspectRatio };
}

/** Joins what a shape and pictures need, what the settings say and what the entry fixes, which wins. */
function optionsOf(
  provider: Provider,
  model: SdkModel,
  { imageModel, geometry }: PreparedGeneration,
  { providerOptions }: ImageCall,
  pictures: ProviderSettings | undefined,
): ProviderSettings {
  const own = provider.settings?.(typeof model === "string" ? model : model.modelId, geometry);
  const joined = joinOptions(own, pictures, providerOptions, imageModel.providerOptions);
  const { optionNames = [] } = provider;
  return optionNames.some((name) => providerOptions?.[name]) ? shareOptions(joined, optionNames) : joined;
}

/** Reads the seed that a provider says it used. */
function seedOf(metadata: unknown): SettingValues {
  let used: SettingValues = {};
  someMember(metadata, (key, member) => {
    if (key !== "seed" || !Number.isSafeInteger(member)) return false;
    used = { seed: member as number };
    return true;
  });
  return used;
}

/** Finds the metadata of the one call. The AI SDK 7 keeps all of it there, and joins only part of it beside the images. */
function metadataOf(result: { providerMetadata: unknown }): unknown {
  const calls = readField(result, "calls");
  const own = readField(Array.isArray(calls) ? calls[0] : undefined, "providerMetadata");
  return own ?? result.providerMetadata;
}

/** Reads what the provider says it took: a price of its own, else the tokens that it counted. */
function reportedOf(provider: Provider, metadata: unknown, usage: unknown): ReportedAmount | null {
  const own = provider.reported?.(metadata);
  const tokens = readField(usage, "totalTokens");
  return (
    own ?? (typeof tokens === "number" && tokens > 0 ? { amount: String(tokens), unit: "tokens" } : null)
  );
}

function assertBytes(bytes: unknown): Uint8Array {
  if (bytes instanceof Uint8Array && bytes.byteLength > 0) return bytes;
  throw createProblem("no_image", { charged: null });
}

/** Warnings in our own words, and only about what was sent: providers warn of what was not, too. */
function unsupportedSettings(
  warnings: readonly unknown[],
  [shape = "size"]: readonly string[],
  { seed }: ImageCall,
): Warning[] {
  const named = warnings.map((warning) => {
    const { feature, setting } = Object(warning) as { feature?: unknown; setting?: unknown };
    return feature ?? setting;
  });
  const warn = (setting: string, effect: string): Warning[] => {
    if (!named.includes(setting)) return [];
    const message = `The model does not take the setting ${setting}; ${effect}.`;
    return [{ code: "unsupported_setting", params: { setting }, message }];
  };
  return [
    ...warn(shape, "the picture may have another shape"),
    ...(seed === undefined ? [] : warn("seed", "the same seed may draw another picture")),
  ];
}

function findText(value: unknown, name: string): string | null {
  let found: string | null = null;
  someMember(value, (key, member) => {
    if (key !== name || typeof member !== "string" || !member) return false;
    found = cutText(member, MAX_REVISED);
    return true;
  });
  return found;
}
