import { isAspectRatio, readReferences } from "../../contract/index.js";
import type {
  AspectRatio,
  GenerationContext,
  GenerationRequest,
  PromptConfig,
  PromptMode,
  Warning,
} from "../../contract/index.js";
import { shapesOf } from "../models/shapesOf.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { loadModels } from "../models/loadModels.js";
import type { ImageModelEntry, PromptModelEntry, RatioGeometry } from "../models/ModelEntry.js";
import type { StyleOption } from "../options.js";
import { parseGenerationRequest } from "../http/parseGenerationRequest.js";
import type { SettingValues } from "../models/ImageCall.js";
import { prepareReferences } from "./prepareReferences.js";
import type { PreparedReference } from "./prepareReferences.js";
import { prepareSettings } from "./prepareSettings.js";
import { assertResolved } from "./assertResolved.js";
import { createProblem } from "../http/createProblem.js";
import { resolvePromptText, slugsOf } from "./resolvePromptText.js";
import { toSentPrompt } from "../models/styleWords.js";

/** Request that is checked as far as can be without calling a model. */
export interface PreparedGeneration {
  readonly mode: PromptMode;
  readonly scope: string;
  readonly context: GenerationContext;
  readonly imageModelId: string;
  readonly imageModel: ImageModelEntry;
  readonly geometry: RatioGeometry;
  readonly aspectRatio: AspectRatio;
  readonly style: StyleOption;
  /** Values of the image model's settings, with defaults. */
  readonly settings: SettingValues;
  /** `null` where no prompt model will be called. */
  readonly promptModel: { readonly id: string; readonly entry: PromptModelEntry } | null;
  readonly template: string | null;
  readonly resolved: string | null;
  /** Values that `resolved` holds, by path; `null` where they are not known one by one. */
  readonly values: Readonly<Record<string, string>> | null;
  /** The written prompt, where the caller sent one back. */
  readonly written: string | null;
  readonly variables: unknown;
  /** Pictures that the model gets, in order; their bytes are read when the image stage begins. */
  readonly references: readonly PreparedReference[];
  /** Whether the host loaded some of them. */
  readonly areLoaded: boolean;
  readonly warnings: readonly Warning[];
}

/** Default of `maxPromptLength`, in code points. */
export const MAX_PROMPT_LENGTH = 4_000;

/**
 * Checks a body and fills in everything that needs no model. Refuses here whatever is wrong, before anything is spent.
 *
 * @param forImage whether an image follows; without one, the pictures that references lead to are not looked for
 */
export async function prepareGeneration(
  handler: HandlerContext,
  scope: string,
  body: unknown,
  forImage = true,
): Promise<PreparedGeneration> {
  const request = parseGenerationRequest(body);
  const { config } = request;
  const { mode } = config.prompt;
  const style = handler.styles.get(config.style);
  if (!style) throw faultyField("#/config/style", "unknown_style", "This back end offers no such style.");

  const written = mode === "manual" ? null : (request.input?.written ?? null);
  const needsWriter = mode !== "manual" && written === null;
  const { unused, ...models } = await chooseModels(handler, scope, request, needsWriter);
  if (handler.options.templates === "client") assertResolved(request);
  const variables = await loadVariables(handler, scope, request);
  const text =
    written === null
      ? await resolvePromptText(
          handler,
          request,
          variables,
          models.imageModel.maxPromptLength ?? MAX_PROMPT_LENGTH,
        )
      : { resolved: null, values: null, warnings: [] };
  const pictures = await prepareReferences(handler, scope, request, models, variables, forImage);
  const prepared: PreparedGeneration = {
    mode,
    scope,
    context: request.context ?? {},
    ...models,
    style,
    template: templateOf(config.prompt),
    resolved: text.resolved,
    values: text.values,
    written,
    variables,
    references: pictures.references,
    areLoaded: pictures.areLoaded,
    warnings: [...text.warnings, ...pictures.warnings, ...deprecations(models), ...unused],
  };
  if (mode === "manual") assertPrompt(prepared, text.resolved ?? "", "#/config/prompt/template");
  else if (written !== null) assertPrompt(prepared, written, "#/input/written");
  else if (mode === "prompt_ai" && !text.resolved?.trim()) throw emptyPrompt("#/config/prompt/instructions");
  return prepared;
}

type ChosenModels = Pick<
  PreparedGeneration,
  "imageModelId" | "imageModel" | "geometry" | "aspectRatio" | "promptModel" | "settings"
> & { readonly unused: readonly Warning[] };

/** Finds the models that the configuration names, or the defaults, and whether they do what it asks for. */
async function chooseModels(
  handler: HandlerContext,
  scope: string,
  { config }: GenerationRequest,
  needsWriter: boolean,
): Promise<ChosenModels> {
  const models = await loadModels(handler, scope);
  const imageModelId = config.imageModel ?? models.defaultImage;
  const imageModel = ownEntry(models.image, imageModelId);
  if (imageModelId === null || !imageModel) throw unavailable("#/config/imageModel", "image");
  const { aspectRatio } = config;
  const geometry = isAspectRatio(aspectRatio) ? shapesOf(imageModel).geometry[aspectRatio] : undefined;
  if (!geometry) {
    throw faultyField(
      "#/config/aspectRatio",
      "unsupported_ratio",
      "This model does not offer that aspect ratio.",
    );
  }
  const promptModelId = needsWriter ? (config.promptModel ?? models.defaultPrompt) : null;
  const entry = ownEntry(models.prompt, promptModelId);
  if (needsWriter && !entry) throw unavailable("#/config/promptModel", "prompt");
  const promptModel = entry && promptModelId !== null ? { id: promptModelId, entry } : null;
  const { settings, warnings: unused } = prepareSettings(config, imageModel, models.image);
  return { imageModelId, imageModel, geometry, aspectRatio, promptModel, settings, unused };
}

/** The text that the mode uses; `null` in "auto". */
function templateOf({ mode, template, instructions }: PromptConfig): string | null {
  if (mode === "auto") return null;
  return mode === "manual" ? template : instructions;
}

/** Counts the code points of a text. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function assertPrompt({ style, imageModel }: PreparedGeneration, prompt: string, pointer: string): void {
  if (!prompt.trim()) throw emptyPrompt(pointer);
  const max = imageModel.maxPromptLength ?? MAX_PROMPT_LENGTH;
  const length = countCodePoints(toSentPrompt(prompt, style));
  if (length <= max) return;
  const detail = `With the words of its style the prompt has ${length} characters; this model takes ${max}. Shorten it.`;
  throw createProblem("prompt_too_long", {
    message: detail,
    errors: [{ pointer, code: "prompt_too_long", detail }],
  });
}

function emptyPrompt(pointer: string) {
  return createProblem("empty_prompt", {
    errors: [{ pointer, code: "empty_prompt", detail: "This text is empty." }],
  });
}

async function loadVariables(
  handler: HandlerContext,
  scope: string,
  request: GenerationRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const { options } = handler;
  const { config, input } = request;
  const text = config.prompt.mode === "manual" ? input?.resolved : input?.written;
  const isFollowed = !input?.references && readReferences(config).some(({ value }) => value !== undefined);
  const isUnread = text !== undefined && !isFollowed;
  if (isUnread && request.variables === null) return {};
  if (request.variables !== null) return request.variables ?? {};
  if (!options.loadVariables) {
    throw faultyField(
      "#/variables",
      "reference_unsupported",
      "This back end loads no variables by reference. Send them inline.",
    );
  }
  const variables = await options.loadVariables({
    scope,
    context: request.context ?? {},
    slugs: slugsOf(handler, config),
  });
  if (variables) return variables;
  throw faultyField("#/context/workflowRunId", "unknown_run", "There are no variables of this workflow run.");
}

function ownEntry<Entry>(models: Readonly<Record<string, Entry>>, id: string | null): Entry | undefined {
  return id !== null && Object.hasOwn(models, id) ? models[id] : undefined;
}

function unavailable(pointer: string, what: "image" | "prompt") {
  const detail = `This workspace does not offer that ${what} model. Choose another.`;
  return createProblem("model_unavailable", {
    message: detail,
    errors: [{ pointer, code: "model_unavailable", detail }],
  });
}

function faultyField(pointer: string, code: string, detail: string) {
  return createProblem("invalid_request", { errors: [{ pointer, code, detail }] });
}

function deprecations({ imageModelId, imageModel, promptModel }: Omit<ChosenModels, "unused">): Warning[] {
  const retired = [
    imageModel.deprecated ? imageModelId : null,
    promptModel?.entry.deprecated ? promptModel.id : null,
  ];
  return retired
    .filter((model) => model !== null)
    .map((model) => ({
      code: "model_deprecated",
      params: { model },
      message: `The model ${model} will be retired. Choose another.`,
    }));
}
