import type { SdkModel } from "../ModelEntry.js";
import { generic } from "./generic.js";
import { deepinfra } from "./deepinfra.js";
import { openai } from "./openai.js";
import { openaiCompatible } from "./openaiCompatible.js";
import { prodia } from "./prodia.js";
import { replicate } from "./replicate.js";
import { togetherai } from "./togetherai.js";
import type { ModelNames, Provider } from "./Provider.js";

/** Providers that have a file, in the order in which they are asked whether a model is theirs. */
export const PROVIDERS: readonly Provider[] = [
  // First: the host may have given it any name.
  openaiCompatible,
  openai,
  replicate,
  togetherai,
  deepinfra,
  prodia,
];

/** Finds the provider of a model. */
export function findProvider(model: SdkModel): Provider {
  const names = namesOf(model);
  return PROVIDERS.find((provider) => provider.matches(names)) ?? generic;
}

/** An id alone is a model of the gateway. */
function namesOf(model: SdkModel): ModelNames {
  if (typeof model === "string") return { provider: "gateway", modelId: model, className: "" };
  return { provider: model.provider, modelId: model.modelId, className: model.constructor?.name ?? "" };
}
