import type { ReferencePicture, SdkModel } from "./ModelEntry.js";
import type { Provider, ProviderSettings } from "./providers/Provider.js";

/** Part of the AI SDK's call that carries the prompt and the pictures. */
export interface HandedReferences {
  readonly prompt: string | { readonly text: string; readonly images: Uint8Array[] };
  readonly providerOptions?: ProviderSettings | undefined;
}

/** Puts pictures where the model's package and its service read them: in `images`, in options of the provider, or in both. */
export function handReferences(
  provider: Provider,
  model: SdkModel,
  text: string,
  pictures: readonly ReferencePicture[],
): HandedReferences {
  // An empty list would ask another endpoint.
  if (pictures.length === 0) return { prompt: text };
  const call = provider.referenceCall?.(typeof model === "string" ? model : model.modelId, pictures);
  return {
    prompt: call?.replacesImages ? text : { text, images: pictures.map(({ bytes }) => bytes) },
    providerOptions: call?.providerOptions,
  };
}
