import { assertImageModels } from "./assertImageModels.js";
import { assertPromptModels } from "./assertPromptModels.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { ImageModelEntry, Models, ModelsOrByScope, PromptModelEntry } from "./ModelEntry.js";
import { createProblem } from "../http/createProblem.js";

/** Models of one scope, and the ids that `null` stands for. */
export interface ScopeModels {
  readonly image: Models<ImageModelEntry>;
  readonly prompt: Models<PromptModelEntry>;
  readonly defaultImage: string | null;
  readonly defaultPrompt: string | null;
}

/** Looks up the models of a scope. */
export async function loadModels({ options }: HandlerContext, scope: string): Promise<ScopeModels> {
  const [image, prompt] = await Promise.all([
    forScope(options.imageModels, scope),
    forScope<PromptModelEntry>(options.promptModels ?? {}, scope),
  ]);
  try {
    // Others were judged when the handler was made.
    if (typeof options.imageModels === "function") assertImageModels(image);
    if (typeof options.promptModels === "function") assertPromptModels(prompt);
  } catch (cause) {
    throw createProblem("provider_misconfigured", { cause });
  }
  return {
    image,
    prompt,
    defaultImage: defaultOf(image, options.defaults?.imageModel),
    defaultPrompt: defaultOf(prompt, options.defaults?.promptModel),
  };
}

/** Finds an entry's provider as people read it: given, else from the model, else from the id. */
export function providerOf(id: string, { provider, model }: ImageModelEntry | PromptModelEntry): string {
  if (provider) return provider;
  if (typeof model === "object" && "provider" in model) return model.provider.split(".")[0] ?? id;
  return (typeof model === "string" ? model : id).split("/")[0] ?? id;
}

async function forScope<Entry>(models: ModelsOrByScope<Entry>, scope: string): Promise<Models<Entry>> {
  return typeof models === "function" ? models(scope) : models;
}

function defaultOf(
  models: Models<{ deprecated?: boolean | undefined }>,
  wanted: string | undefined,
): string | null {
  if (wanted !== undefined && Object.hasOwn(models, wanted)) return wanted;
  const ids = Object.keys(models);
  return ids.find((id) => models[id]?.deprecated !== true) ?? ids[0] ?? null;
}
