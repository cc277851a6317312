import { ImageNodeError, generationSchema } from "../../contract/index.js";
import type { Generation } from "../../contract/index.js";
import { assertOk } from "./assertOk.js";
import type { CallContext } from "./CallContext.js";
import { followGeneration, pausePolling, reportProgress, settle } from "./followGeneration.js";
import { isUnknownOutcome } from "./isUnknownOutcome.js";
import { isEventStream, readGenerationStatus } from "./readGenerationStatus.js";
import type { Ending } from "./readGenerationStream.js";
import { readJson } from "./readJson.js";
import { sendRequest } from "./sendRequest.js";
import type { ApiRequest } from "./sendRequest.js";
import { withRetries } from "./withRetries.js";
import type { Pace } from "./withRetries.js";

/** Intent to generate: the exact bytes of the request, and the key that names it. */
export interface Intent {
  key: string;
  body: string;
  accept: string;
  respondAsync: boolean;
  pace?: Pace | undefined;
}

/** Sends a generation and waits for its end. Every repeat has the same key and the same bytes. */
export function runGeneration(context: CallContext, intent: Intent): Promise<Generation> {
  const request: ApiRequest = {
    method: "POST",
    path: ["generations"],
    body: intent.body,
    accept: intent.accept,
    headers: { "Idempotency-Key": intent.key, ...(intent.respondAsync ? { Prefer: "respond-async" } : {}) },
  };
  const policy = { maxRetries: context.maxRetries, repeatUnknown: true, pace: intent.pace };
  const attempt = async () => {
    try {
      return await requestGeneration(context, request);
    } catch (error) {
      if (isUnknownOutcome(error)) context.mayRun = true;
      throw error;
    }
  };
  return withRetries(attempt, policy, context.deadline, context.dependencies);
}

async function requestGeneration(context: CallContext, request: ApiRequest): Promise<Generation> {
  const { options, dependencies } = context;
  const { signal } = context.deadline;
  for (;;) {
    const response = await sendRequest(options, request, signal);
    try {
      await assertOk(response, signal, dependencies.now());
    } catch (error) {
      if (!ImageNodeError.isInstance(error) || error.kind !== "idempotency_in_progress") throw error;
      context.mayRun = true;
      const followed = await followInstead(context, error.id);
      if (followed) return settle(context, followed);
      await pausePolling(context, error.retryAfterMs);
      continue;
    }
    if (response.status !== 202 && !isEventStream(response))
      return readJson(response, generationSchema, signal);
    const seen = await readGenerationStatus(context, response);
    if (!("status" in seen)) return settle(context, seen);
    context.mayRun = true;
    reportProgress(context, seen.status, undefined);
    await pausePolling(context, seen.retryAfterMs);
    return followGeneration(context, seen.status.id);
  }
}

/** Follows the run that is under way under the same key; `null` where the back end has no runs to look at. */
async function followInstead(context: CallContext, id: string | undefined): Promise<Ending | null> {
  if (id === undefined) return null;
  context.onEvent({ event: "started", data: { id } });
  if (context.runs === false) return null;
  try {
    return { generation: await followGeneration(context, id) };
  } catch (error) {
    if (ImageNodeError.isInstance(error) && (error.status === 404 || error.status === 405)) {
      context.runs = false;
      return null;
    }
    throw error;
  }
}
