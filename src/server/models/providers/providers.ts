import type { SdkModel } from "../ModelEntry.js";
import { amazonBedrock } from "./amazonBedrock.js";
import { azure } from "./azure.js";
import { blackForestLabs } from "./blackForestLabs.js";
import { bytedance } from "./bytedance.js";
import { deepinfra } from "./deepinfra.js";
import { fal } from "./fal.js";
import { fireworks } from "./fireworks.js";
import { gateway } from "./gateway.js";
import { generic } from "./generic.js";
import { google } from "./google.js";
import { googleVertex } from "./googleVertex.js";
import { luma } from "./luma.js";
import { openai } from "./openai.js";
import { openaiCompatible } from "./openaiCompatible.js";
import { prodia } from "./prodia.js";
import { replicate } from "./replicate.js";
import { togetherai } from "./togetherai.js";
import { xai } from "./xai.js";
import type { ModelNames, Provider } from "./Provider.js";

/** Providers that have a file, in the order in which they are asked whether a model is theirs. */
export const PROVIDERS: readonly Provider[] = [
  // First: the host may have given it any name.
  openaiCompatible,
  amazonBedrock,
  azure,
  blackForestLabs,
  bytedance,
  deepinfra,
  fal,
  fireworks,
  gateway,
  google,
  googleVertex,
  luma,
  openai,
  prodia,
  replicate,
  togetherai,
  xai,
];

/** Finds the provider of a model. */
export function findProvider(model: SdkModel): Provider {
  const names = namesOf(model);
  // Other packages make their language models of the same class: their own files know more.
  const last = names.className.startsWith("OpenAICompatible") ? openaiCompatible : generic;
  return PROVIDERS.find((provider) => provider.matches(names)) ?? last;
}

/** An id alone is a model of the gateway. */
function namesOf(model: SdkModel): ModelNames {
  if (typeof model === "string") return { provider: "gateway", modelId: model, className: "" };
  return { provider: model.provider, modelId: model.modelId, className: model.constructor?.name ?? "" };
}
