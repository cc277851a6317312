import {
  ImageNodeError,
  catalogSchema,
  generationStatusSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
} from "../contract/index.js";
import type { GenerationRequest, StreamEvent } from "../contract/index.js";
import { callSafely } from "./callSafely.js";
import { createUnsupportedError } from "./wire/createUnsupportedError.js";
import { createIdempotencyKey, isIdempotencyKey } from "./wire/createIdempotencyKey.js";
import { assertOk, isBareRefusal, readJson, withOpenOutcome } from "./wire/readAnswer.js";
import type { Schema } from "./wire/readAnswer.js";
import { ACCEPT_JSON, ACCEPT_STREAM, send } from "./wire/sendRequest.js";
import type { Call } from "./wire/sendRequest.js";
import { withRetries } from "./wire/withRetries.js";
import type { ClientDependencies, Pace } from "./wire/withRetries.js";
import { followGeneration, runGeneration } from "./wire/runGeneration.js";
import type { RunContext } from "./wire/runGeneration.js";
import type { CallOptions, ClientOptions, GenerateOptions, ImageNodeClient, RejoinOptions } from "./types.js";
import { createCallDeadline, sleep } from "./wire/createDeadline.js";

/** The 60 s that a run may take, with room for its queue, the way there and back, and storing. */
const DEFAULT_TIMEOUT_MS = 90_000;
/** The way there and back, and storing. */
const MARGIN_MS = 15_000;
/** Calls that make no picture answer at once or not at all. */
const SHORT_TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;

/**
 * Makes a client of the execution contract.
 *
 * It adapts to what the back end answers (JSON, event stream, 202), repeats only what is safe to repeat, with the
 * same key and the same bytes, follows no redirect, and sends its headers to `baseUrl` only.
 */
export function createClient(options: ClientOptions): ImageNodeClient {
  return createClientWith(options, { now: Date.now, random: Math.random, sleep, stallMs: 30_000 });
}

/** {@link createClient} with a clock of the caller's. Not part of the package's interface. */
export function createClientWith(options: ClientOptions, dependencies: ClientDependencies): ImageNodeClient {
  const maxRetries = Math.min(MAX_RETRIES, Math.max(0, Math.floor(options.maxRetries ?? MAX_RETRIES)));
  let timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const shortTimeoutMs = Math.min(timeoutMs, SHORT_TIMEOUT_MS);
  let runs: boolean | undefined;

  async function exchange<T>(
    call: Call,
    schema: Schema<T>,
    o: CallOptions = {},
    rules: { timeoutMs?: number; repeatUnknown?: boolean } = {},
  ): Promise<T> {
    const wait = createCallDeadline(rules.timeoutMs ?? shortTimeoutMs, o.signal, dependencies.now);
    const attempt = async () => {
      const response = await send(options, call, wait.signal);
      await assertOk(response, wait.signal, dependencies.now());
      return readJson(response, schema, wait.signal);
    };
    try {
      wait.signal.throwIfAborted();
      return await withRetries(
        attempt,
        { maxRetries, repeatUnknown: rules.repeatUnknown ?? true },
        wait,
        dependencies,
      );
    } finally {
      wait.dispose();
    }
  }

  async function waitForRun<T>(
    o: RejoinOptions,
    mayRun: boolean,
    run: (context: RunContext) => Promise<T>,
  ): Promise<T> {
    const wait = createCallDeadline(o.timeoutMs ?? timeoutMs, o.signal, dependencies.now);
    let id: string | undefined;
    const onEvent = (event: StreamEvent) => {
      if (event.event === "started") id = event.data.id;
      callSafely(o.onEvent, event);
    };
    const accept = o.stream === false ? ACCEPT_JSON : ACCEPT_STREAM;
    const context: RunContext = { accept, options, dependencies, maxRetries, wait, onEvent, runs, mayRun };
    try {
      wait.signal.throwIfAborted();
      return await run(context);
    } catch (error) {
      throw withId(context.mayRun ? withOpenOutcome(error, id) : error, id);
    } finally {
      wait.dispose();
    }
  }

  function generate(request: GenerationRequest, o: GenerateOptions = {}, pace?: Pace) {
    return waitForRun(o, false, (context) => {
      const key = o.idempotencyKey ?? createIdempotencyKey();
      if (!isIdempotencyKey(key)) {
        throw new TypeError(`"${key}" is no idempotency key: 1 to 255 of A-Z a-z 0-9 . _ ~ - are allowed.`);
      }
      const respondAsync = o.respondAsync ?? false;
      const { accept } = context;
      // Whoever asks for polling has something in between that cuts long answers, a followed stream too.
      if (respondAsync) context.accept = ACCEPT_JSON;
      return runGeneration(context, { key, body: JSON.stringify(request), accept, respondAsync, pace });
    });
  }

  return {
    async catalog(o) {
      const catalog = await exchange({ method: "GET", path: ["catalog"] }, catalogSchema, o);
      const { features, limits } = catalog;
      runs = features.runs;
      timeoutMs = options.timeoutMs ?? Math.max(timeoutMs, limits.timeoutMs + limits.maxQueueMs + MARGIN_MS);
      return catalog;
    },
    async previewPrompt(request, o) {
      const call: Call = { method: "POST", path: ["prompts"], body: JSON.stringify(request) };
      // There is no key here: a lost answer may have cost a prompt, so only a clear refusal is asked again.
      const asked = exchange(call, promptPreviewSchema, o, { timeoutMs, repeatUnknown: false });
      return asked.catch(rethrowAsUnsupported("can't preview prompts"));
    },
    generate: (request, o) => generate(request, o),
    get: (id, o) => exchange({ method: "GET", path: ["generations", id] }, generationStatusSchema, o),
    rejoin: (id, o = {}) => waitForRun(o, true, (context) => followGeneration(context, id)),
    async cancel(id, o) {
      if (runs === false) throw createUnsupportedError("can't cancel a run");
      const asked = exchange({ method: "DELETE", path: ["generations", id] }, generationStatusSchema, o);
      await asked.catch(rethrowAsUnsupported("can't cancel a run"));
    },
    refreshUrl: (attachmentId, o) =>
      exchange({ method: "POST", path: ["attachments", attachmentId, "url"] }, refreshedUrlSchema, o),
    async generateMany(items, o) {
      // Most pages never run a batch, and it is a fifth of the client.
      const { generateMany } = await import("./generateMany.js");
      return generateMany(generate, items, o);
    },
  };
}

/** An error that does not know its run is told which it was, so that the host can rejoin or cancel it. */
function withId(error: unknown, id: string | undefined): unknown {
  if (id === undefined || !ImageNodeError.isInstance(error) || error.id !== undefined) return error;
  return new ImageNodeError({ ...error, message: error.message, id, cause: error.cause ?? error });
}

/** An operation that the back end does not have answers 404 or 405 without a problem of its own. */
function rethrowAsUnsupported(what: string): (error: unknown) => never {
  return (error) => {
    const missing =
      ImageNodeError.isInstance(error) &&
      (error.status === 405 || (error.status === 404 && isBareRefusal(error)));
    throw missing ? createUnsupportedError(what, error) : error;
  };
}
