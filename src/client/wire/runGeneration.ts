import { ImageNodeError, generationSchema, generationStatusSchema } from "../../contract/index.js";
import type { Generation, GenerationStatus, StreamEvent } from "../../contract/index.js";
import { assertOk, check, dropBody, isEventStream, isUnknownOutcome, readJson } from "./readAnswer.js";
import { readGenerationStream } from "./readGenerationStream.js";
import type { Ending } from "./readGenerationStream.js";
import { createNetworkError, send } from "./sendRequest.js";
import type { Call } from "./sendRequest.js";
import { getPollPause, withRetries } from "./withRetries.js";
import type { ClientDependencies, Pace } from "./withRetries.js";
import { parseRetryAfter } from "./parseRetryAfter.js";
import type { ClientOptions } from "../types.js";
import type { CallDeadline } from "./createDeadline.js";

/** What running and following a generation need. */
export interface RunContext {
  options: ClientOptions;
  dependencies: ClientDependencies;
  maxRetries: number;
  wait: CallDeadline;
  onEvent: (event: StreamEvent) => void;
  /** Whether the back end has runs: `undefined` until a catalog said so. */
  runs: boolean | undefined;
  /** What a look at a run asks for. */
  accept: string;
  /** Whether a run may be under way, so that a refusal is not its end. */
  mayRun: boolean;
}

/** An intent: what is asked, byte for byte, and the key that names it. */
export interface Intent {
  key: string;
  body: string;
  accept: string;
  respondAsync: boolean;
  pace?: Pace | undefined;
}

/** One request and its repeats, all with the same key and the same bytes. */
export function runGeneration(context: RunContext, intent: Intent): Promise<Generation> {
  const call: Call = {
    method: "POST",
    path: ["generations"],
    body: intent.body,
    accept: intent.accept,
    headers: { "Idempotency-Key": intent.key, ...(intent.respondAsync ? { Prefer: "respond-async" } : {}) },
  };
  const policy = { maxRetries: context.maxRetries, repeatUnknown: true, pace: intent.pace };
  const attempt = async () => {
    try {
      return await ask(context, call);
    } catch (error) {
      if (isUnknownOutcome(error)) context.mayRun = true;
      throw error;
    }
  };
  return withRetries(attempt, policy, context.wait, context.dependencies);
}

/** Waits for the end of a run, by stream where the back end has one, else by looking again and again. */
export async function followGeneration(context: RunContext, id: string): Promise<Generation> {
  const call: Call = { method: "GET", path: ["generations", id], accept: context.accept };
  let last: GenerationStatus | undefined;
  for (;;) {
    // A repeat of the question must not be mixed up with a repeat of the run: the run's own failure is an answer here.
    const look = await withRetries(
      () => lookAt(context, call),
      { maxRetries: context.maxRetries, repeatUnknown: true },
      context.wait,
      context.dependencies,
    );
    if (!("status" in look)) return settle(context, look);
    tellProgress(context, look.status, last);
    last = look.status;
    await context.dependencies.sleep(
      getPollPause(look.status.retryAfterMs ?? look.retryAfterMs, context.dependencies.random()),
      context.wait.signal,
    );
  }
}

async function ask(context: RunContext, call: Call): Promise<Generation> {
  const { options, dependencies, wait } = context;
  for (;;) {
    const response = await send(options, call, wait.signal);
    try {
      await assertOk(response, wait.signal, dependencies.now());
    } catch (error) {
      if (!ImageNodeError.isInstance(error) || error.kind !== "idempotency_in_progress") throw error;
      context.mayRun = true;
      const followed = await followInstead(context, error.id);
      if (followed) return settle(context, followed);
      await dependencies.sleep(getPollPause(error.retryAfterMs, dependencies.random()), wait.signal);
      continue;
    }
    if (isEventStream(response)) return settle(context, await readStream(context, response));
    if (response.status !== 202) return readJson(response, generationSchema, wait.signal);
    const status = await readJson(response, generationStatusSchema, wait.signal);
    const ending = toEnding(status);
    if (ending) return settle(context, ending);
    context.mayRun = true;
    tellProgress(context, status, undefined);
    const pause = status.retryAfterMs ?? parseRetryAfter(response.headers, dependencies.now());
    await dependencies.sleep(getPollPause(pause, dependencies.random()), wait.signal);
    return followGeneration(context, status.id);
  }
}

/** A run that is under way under our key is waited for by its id; `null` where the back end has no runs to look at. */
async function followInstead(context: RunContext, id: string | undefined): Promise<Ending | null> {
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

type Look = Ending | { status: GenerationStatus; retryAfterMs: number | undefined };

async function lookAt(context: RunContext, call: Call): Promise<Look> {
  const { options, dependencies, wait } = context;
  const response = await send(options, call, wait.signal);
  await assertOk(response, wait.signal, dependencies.now());
  if (isEventStream(response)) return readStream(context, response);
  const status = await readJson(response, generationStatusSchema, wait.signal);
  return toEnding(status) ?? { status, retryAfterMs: parseRetryAfter(response.headers, dependencies.now()) };
}

function readStream(context: RunContext, response: Response): Promise<Ending> {
  if (!response.body) {
    dropBody(response);
    throw createNetworkError("The event stream has no body", { status: response.status });
  }
  const { wait, dependencies, onEvent } = context;
  return readGenerationStream(response, { signal: wait.signal, stallMs: dependencies.stallMs, onEvent });
}

/** How the run ended, or `null` while it goes on. */
function toEnding(status: GenerationStatus): Ending | null {
  if (status.status === "succeeded") return { generation: check(status, generationSchema) };
  if (status.status !== "failed" && status.status !== "cancelled") return null;
  if (status.problem) return { error: ImageNodeError.fromProblem({ id: status.id, ...status.problem }) };
  const kind = status.status === "cancelled" ? "cancelled" : "internal";
  return {
    error: new ImageNodeError({
      kind,
      id: status.id,
      charged: null,
      message: `The run ended as ${status.status}.`,
    }),
  };
}

function settle(context: RunContext, ending: Ending): Generation {
  context.mayRun = false;
  if ("error" in ending) throw ending.error;
  return ending.generation;
}

/** Tells what a look at the run showed as the events that a stream would have sent. */
function tellProgress(
  context: RunContext,
  status: GenerationStatus,
  last: GenerationStatus | undefined,
): void {
  if (!last) context.onEvent({ event: "started", data: { id: status.id } });
  if (status.stage && status.stage !== last?.stage) {
    context.onEvent({ event: "stage", data: { stage: status.stage, status: status.status } });
  }
  if (status.stages && JSON.stringify(status.stages) !== JSON.stringify(last?.stages)) {
    context.onEvent({ event: "prompt", data: { stages: status.stages } });
  }
}
