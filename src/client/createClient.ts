import {
  catalogSchema,
  generationStatusSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
} from "../contract/index.js";
import type { Generation, GenerationRequest } from "../contract/index.js";
import type { ClientOptions, GenerateOptions, ImageNodeClient } from "./types.js";
import { createClientState, learnCatalog } from "./wire/createClientState.js";
import type { ClientState } from "./wire/createClientState.js";
import { createIdempotencyKey, isIdempotencyKey } from "./wire/createIdempotencyKey.js";
import { createUnsupportedError, rethrowAsUnsupported } from "./wire/createUnsupportedError.js";
import { followGeneration } from "./wire/followGeneration.js";
import { requestJson } from "./wire/requestJson.js";
import { runGeneration } from "./wire/runGeneration.js";
import { ACCEPT_JSON } from "./wire/sendRequest.js";
import type { ApiRequest } from "./wire/sendRequest.js";
import { sleep } from "./wire/untilAborted.js";
import { waitForGeneration } from "./wire/waitForGeneration.js";
import type { ClientDependencies, Pace } from "./wire/withRetries.js";

/**
 * Creates a client of the execution contract.
 *
 * It adapts to what the back end answers (JSON, event stream, 202), repeats only what is safe to repeat, with the
 * same key and the same bytes, follows no redirect, and sends its headers to `baseUrl` only.
 *
 * @example
 * const client = createClient({
 *   baseUrl: "/api/image-node",
 *   headers: async () => ({ Authorization: `Bearer ${await getToken()}` }),
 * });
 */
export function createClient(options: ClientOptions): ImageNodeClient {
  return createClientWith(options, { now: Date.now, random: Math.random, sleep, stallMs: 30_000 });
}

/** Creates a client with a clock of the caller's. Not part of the package's interface. */
export function createClientWith(options: ClientOptions, dependencies: ClientDependencies): ImageNodeClient {
  const state = createClientState(options, dependencies);
  if (options.catalog) learnCatalog(state, options.catalog);
  const generate = (request: GenerationRequest, o?: GenerateOptions, pace?: Pace) =>
    generateImage(state, request, o, pace);
  /** Chooses what answers: a model, or the pinned image. One that can't be read is no reason to pay. */
  const choose = async ({ pinned }: Pick<GenerateOptions, "pinned"> = {}) => {
    if (pinned === undefined || pinned === null) return generate;
    return (await import("./createPinnedGenerate.js")).createPinnedGenerate(state, pinned);
  };

  return {
    baseUrl: options.baseUrl,
    async catalog(o) {
      if (options.catalog) return options.catalog;
      const catalog = await requestJson(state, { method: "GET", path: ["catalog"] }, catalogSchema, o);
      learnCatalog(state, catalog);
      return catalog;
    },
    async previewPrompt(request, o) {
      const call: ApiRequest = { method: "POST", path: ["prompts"], body: JSON.stringify(request) };
      // There is no key here: a lost response may have cost a prompt, so only a clear refusal is repeated.
      const rules = { timeoutMs: state.timeoutMs, repeatUnknown: false };
      const preview = requestJson(state, call, promptPreviewSchema, o, rules);
      return preview.catch(rethrowAsUnsupported("can't preview prompts", false));
    },
    generate: async (request, o) => (await choose(o))(request, o, o?.pace),
    get: (id, o) =>
      requestJson(state, { method: "GET", path: ["generations", id] }, generationStatusSchema, o),
    rejoin: (id, o = {}) => waitForGeneration(state, o, true, (context) => followGeneration(context, id)),
    async cancel(id, o) {
      if (state.runs === false) throw createUnsupportedError("can't cancel a run");
      const call: ApiRequest = { method: "DELETE", path: ["generations", id] };
      await requestJson(state, call, generationStatusSchema, o).catch(
        rethrowAsUnsupported("can't cancel a run", true),
      );
    },
    refreshUrl: (attachmentId, o) =>
      requestJson(
        state,
        { method: "POST", path: ["attachments", attachmentId, "url"] },
        refreshedUrlSchema,
        o,
      ),
    // Few nodes take pictures in.
    upload: async (file, o) => (await import("./wire/uploadPicture.js")).uploadPicture(state, file, o),
    async generateMany(items, o) {
      // Most pages never run a batch, and it is a fifth of the client.
      const { generateMany } = await import("./generateMany.js");
      return generateMany(await choose(o), items, o);
    },
  };
}

function generateImage(
  state: ClientState,
  request: GenerationRequest,
  o: GenerateOptions = {},
  pace?: Pace,
): Promise<Generation> {
  return waitForGeneration(state, o, false, (context) => {
    const key = o.idempotencyKey ?? createIdempotencyKey();
    if (!isIdempotencyKey(key)) {
      throw new TypeError(`"${key}" is no idempotency key: 1 to 255 of A-Z a-z 0-9 . _ ~ - are allowed.`);
    }
    const respondAsync = o.respondAsync ?? false;
    const { accept } = context;
    // Whoever asks for polling has something in between that cuts long responses, a followed stream too.
    if (respondAsync) context.accept = ACCEPT_JSON;
    return runGeneration(context, { key, body: JSON.stringify(request), accept, respondAsync, pace });
  });
}
