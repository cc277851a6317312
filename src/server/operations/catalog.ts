import { ASPECT_RATIOS, PROMPT_MODES } from "../../contract/index.js";
import type { Catalog, CatalogImageModel, CatalogPromptModel } from "../../contract/index.js";
import { sha256Hex } from "../encoding.js";
import { describeRatios, shapesOf } from "../models/shapesOf.js";
import type { AuthorizedCall } from "./Call.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { loadModels, providerOf } from "../models/loadModels.js";
import { isCustomImageModel } from "../models/ModelEntry.js";
import type { ImageModelEntry, PromptModelEntry } from "../models/ModelEntry.js";
import { matchesEntityTag } from "../http/matchesEntityTag.js";
import { MAX_PROMPT_LENGTH } from "../stages/prepareGeneration.js";
import { toCatalogStyle } from "../models/styleWords.js";

/** `GET /catalog`: what the caller's workspace offers. */
export async function catalog(
  handler: HandlerContext,
  { request, principal }: AuthorizedCall,
): Promise<Response> {
  const value = await buildCatalog(handler, principal.scope);
  const body = new TextEncoder().encode(JSON.stringify(value));
  const headers = { "Cache-Control": "private, no-cache", ETag: `"${(await sha256Hex(body)).slice(0, 32)}"` };
  if (matchesEntityTag(request.headers.get("If-None-Match"), headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return jsonResponse(value, 200, headers);
}

async function buildCatalog(handler: HandlerContext, scope: string): Promise<Catalog> {
  const { options, limits, styles } = handler;
  const models = await loadModels(handler, scope);
  const promptModels = Object.entries(models.prompt).map(([id, entry]) => toPromptModel(id, entry));
  const { timeoutMs, maxQueueMs, maxBodyBytes, urlTtlSeconds } = limits;
  return {
    version: 1,
    imageModels: Object.entries(models.image).map(([id, entry]) => toImageModel(id, entry)),
    promptModels,
    modes: promptModels.length > 0 ? [...PROMPT_MODES] : ["manual"],
    aspectRatios: ASPECT_RATIOS.map((id) => ({ id, ...RATIO_TEXTS[id] })),
    styles: [...styles.values()].map(toCatalogStyle),
    limits: { timeoutMs, maxQueueMs, maxBodyBytes, urlTtlSeconds },
    features: {
      stream: true,
      prompts: true,
      runs: true,
      templates: "server",
      variables: options.loadVariables ? ["inline", "reference"] : ["inline"],
    },
    defaults: { imageModel: models.defaultImage, promptModel: models.defaultPrompt },
  };
}

const RATIO_TEXTS = {
  square: { label: "Square", description: "Social media posts, profile images" },
  landscape: { label: "Landscape", description: "Presentations, banners, headers" },
  portrait: { label: "Portrait", description: "Stories, mobile content, posters" },
} as const;

function toPromptModel(id: string, entry: PromptModelEntry | ImageModelEntry): CatalogPromptModel {
  const { label = id, kind = "ai", deprecated, price } = entry;
  return {
    id,
    label,
    provider: providerOf(id, entry),
    kind,
    ...(deprecated ? { deprecated } : {}),
    ...(price ? { price } : {}),
  };
}

function toImageModel(id: string, entry: ImageModelEntry): CatalogImageModel {
  return {
    ...toPromptModel(id, entry),
    maxPromptLength: entry.maxPromptLength ?? MAX_PROMPT_LENGTH,
    aspectRatios: describeRatios(shapesOf(entry)),
    partialImages: isCustomImageModel(entry.model) && entry.partialImages === true,
  };
}
