import { ASPECT_RATIOS, PROMPT_MODES } from "../../contract/index.js";
import type { Catalog, CatalogImageModel, CatalogPromptModel } from "../../contract/index.js";
import { sha256Hex, toBase64Url } from "../encoding.js";
import { describeRatios, shapesOf } from "../models/shapesOf.js";
import type { AuthorizedCall } from "./Call.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { jsonTextResponse } from "../http/jsonResponse.js";
import { loadModels, providerOf } from "../models/loadModels.js";
import { isCustomImageModel } from "../models/ModelEntry.js";
import type { ImageModelEntry, PromptModelEntry } from "../models/ModelEntry.js";
import { matchesEntityTag } from "../http/matchesEntityTag.js";
import { MAX_PROMPT_LENGTH } from "../stages/prepareGeneration.js";
import { referencesOf } from "../models/referencesOf.js";
import { settingsOf } from "../models/settingsOf.js";
import { readHostCredits } from "../spending/readHostCredits.js";
import { toCatalogStyle } from "../models/styleWords.js";

/** `GET /catalog`: what the caller's workspace offers. */
export async function catalog(handler: HandlerContext, call: AuthorizedCall): Promise<Response> {
  const { request, principal } = call;
  const [offer, credits] = await Promise.all([
    buildCatalog(handler, principal.scope),
    readHostCredits(handler, call),
  ]);
  const text = JSON.stringify(credits ? { ...offer, credits } : offer);
  // Credits change with each run, and the offer beside them hardly ever: its digest stays known.
  const account = credits ? toBase64Url(new TextEncoder().encode(JSON.stringify(credits))) : "";
  const tag = await tagOf(handler, credits ? JSON.stringify(offer) : text);
  const headers = { "Cache-Control": "private, no-cache", ETag: `"${tag}${account}"` };
  if (matchesEntityTag(request.headers.get("If-None-Match"), headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return jsonTextResponse(text, 200, headers);
}

/** Tags of the last offers, by their text: a digest waits behind the images that the same threads convert. */
const TAGS = new WeakMap<HandlerContext, Map<string, string>>();
const MOST_TAGS = 16;

async function tagOf(handler: HandlerContext, text: string): Promise<string> {
  const tags = TAGS.get(handler) ?? new Map<string, string>();
  TAGS.set(handler, tags);
  const known = tags.get(text);
  if (known !== undefined) return known;
  const tag = (await sha256Hex(new TextEncoder().encode(text))).slice(0, 32);
  const [oldest] = tags.keys();
  if (tags.size >= MOST_TAGS && oldest !== undefined) tags.delete(oldest);
  tags.set(text, tag);
  return tag;
}

async function buildCatalog(handler: HandlerContext, scope: string): Promise<Catalog> {
  const { options, limits, styles } = handler;
  const models = await loadModels(handler, scope);
  const promptModels = Object.entries(models.prompt).map(([id, entry]) => toPromptModel(id, entry));
  const { timeoutMs, maxQueueMs, maxBodyBytes, urlTtlSeconds } = limits;
  const imageModels = Object.entries(models.image).map(([id, entry]) => toImageModel(handler, id, entry));
  const isOffered = imageModels.some(({ references }) => references !== undefined);
  const uploads = isOffered ? handler.references : null;
  return {
    version: 1,
    imageModels,
    promptModels,
    modes: promptModels.length > 0 ? [...PROMPT_MODES] : ["manual"],
    aspectRatios: ASPECT_RATIOS.map((id) => ({ id, ...RATIO_TEXTS[id] })),
    styles: [...styles.values()].map(toCatalogStyle),
    limits: {
      ...{ timeoutMs, maxQueueMs, maxBodyBytes, urlTtlSeconds },
      ...(uploads && { maxUploadBytes: uploads.maxUploadBytes, maxPixels: uploads.maxPixels }),
    },
    features: {
      stream: true,
      prompts: true,
      runs: true,
      templates: options.templates ?? "server",
      variables: options.loadVariables ? ["inline", "reference"] : ["inline"],
      ...(uploads && { uploads: true }),
    },
    defaults: { imageModel: models.defaultImage, promptModel: models.defaultPrompt },
  };
}

const RATIO_TEXTS = {
  square: { label: "Square", description: "Social media posts, profile images" },
  landscape: { label: "Landscape", description: "Presentations, banners, headers" },
  portrait: { label: "Portrait", description: "Stories, mobile content, posters" },
} as const;

function describeModel(id: string, entry: PromptModelEntry | ImageModelEntry) {
  const { label = id, kind = "ai", deprecated } = entry;
  return { id, label, provider: providerOf(id, entry), kind, ...(deprecated ? { deprecated } : {}) };
}

function toPromptModel(id: string, entry: PromptModelEntry): CatalogPromptModel {
  return { ...describeModel(id, entry), ...(entry.price ? { price: entry.price } : {}) };
}

function toImageModel(handler: HandlerContext, id: string, entry: ImageModelEntry): CatalogImageModel {
  const { price } = entry;
  const taken = handler.references ? referencesOf(entry) : undefined;
  const references = taken && {
    max: taken.max,
    ...(taken.min > 0 && { min: taken.min }),
    mimeTypes: [...taken.mimeTypes],
    maxBytes: taken.maxBytes,
  };
  const settings = settingsOf(entry);
  return {
    ...describeModel(id, entry),
    maxPromptLength: entry.maxPromptLength ?? MAX_PROMPT_LENGTH,
    aspectRatios: describeRatios(shapesOf(entry)),
    partialImages: isCustomImageModel(entry.model) && entry.partialImages === true,
    ...(price ? { price: Array.isArray(price) ? [...price] : price } : {}),
    ...(settings ? { settings } : {}),
    ...(references ? { references } : {}),
  } as CatalogImageModel;
}
