import type { Geometry, SdkModel } from "./ModelEntry.js";

/** Family of models: its provider, the names of its models and their sizes. */
interface Family {
  /** The provider as the SDK names it, up to its first dot. @default any */
  readonly provider?: RegExp;
  /** The model's id after its last slash. @default any */
  readonly model?: RegExp;
  readonly geometry: Partial<Geometry>;
}

/** Sizes for custom models, and for models that take any size that is a multiple of 16. */
export const ANY_SIZE: Geometry = {
  square: { size: "1024x1024" },
  landscape: { size: "1536x864" },
  portrait: { size: "864x1536" },
};

const THREE_SIZES: Geometry = {
  square: { size: "1024x1024" },
  landscape: { size: "1536x1024", crop: { width: 1536, height: 864 } },
  portrait: { size: "1024x1536", crop: { width: 864, height: 1536 } },
};

const WIDE_SIZES: Geometry = {
  square: { size: "1024x1024" },
  landscape: { size: "1792x1024" },
  portrait: { size: "1024x1792" },
};

/** Bedrock's bound of pixels is lower than others'. */
const NOVA_SIZES: Geometry = {
  square: { size: "1024x1024" },
  landscape: { size: "1280x720" },
  portrait: { size: "720x1280" },
};

/** In the order in which they are tried. A host's own `geometry` comes before all of them. */
const FAMILIES: readonly Family[] = [
  { model: /^(?:chatgpt-image|gpt-image-1(?:[.-]|$))/, geometry: THREE_SIZES },
  { model: /^gpt-image-\d/, geometry: ANY_SIZE },
  { model: /^dall-e-3/, geometry: WIDE_SIZES },
  { model: /^dall-e-2/, geometry: { square: { size: "1024x1024" } } },
  { model: /^imagen-/, geometry: byRatio({ width: 1024, height: 1024 }, { width: 1408, height: 768 }) },
  { model: /^gemini-/, geometry: byRatio({ width: 1024, height: 1024 }, { width: 1344, height: 768 }) },
  { model: /^(?:grok-|photon-)/, geometry: byRatio() },
  { model: /^(?:amazon\.)?nova-/, geometry: NOVA_SIZES },
  // A deployment may be called anything; these sizes work for every image model that is left there.
  { provider: /^(?:openai|azure)/, geometry: THREE_SIZES },
  { provider: /^google/, geometry: byRatio() },
  { provider: /^(?:xai|grok)$/, geometry: byRatio() },
  { provider: /^(?:black-?forest-?labs|bfl|luma|fal|replicate)$/i, geometry: byRatio() },
];

/** Finds the sizes of a model of the SDK by its provider and its id. An unknown model is asked for a size. */
export function familyGeometry(model: SdkModel): Partial<Geometry> {
  const { provider, name } = namesOf(model);
  const family = FAMILIES.find(
    (each) => (each.model?.test(name) ?? true) && (each.provider?.test(provider) ?? true),
  );
  return family?.geometry ?? ANY_SIZE;
}

/** A gateway's models carry their provider in their id: "google/imagen-4.0". */
function namesOf(model: SdkModel): { provider: string; name: string } {
  const modelId = typeof model === "string" ? model : model.modelId;
  const name = modelId.slice(modelId.lastIndexOf("/") + 1);
  const own = typeof model === "string" ? "gateway" : (model.provider.split(".")[0] ?? "");
  return { provider: own === "gateway" ? (modelId.split("/")[0] ?? "") : own, name };
}

/** Ratios to ask for, with the pixels that such models answer with where that is documented. */
function byRatio(square?: Pixels, landscape?: Pixels): Geometry {
  const portrait: Pixels | undefined = landscape && { width: landscape.height, height: landscape.width };
  return {
    square: { aspectRatio: "1:1", ...(square && { pixels: square }) },
    landscape: { aspectRatio: "16:9", ...(landscape && { pixels: landscape }) },
    portrait: { aspectRatio: "9:16", ...(portrait && { pixels: portrait }) },
  };
}

interface Pixels {
  width: number;
  height: number;
}
