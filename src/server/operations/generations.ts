import { sha256Hex } from "../encoding.js";
import { createId } from "../createId.js";
import type { AuthorizedCall } from "./Call.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { ImageNodeError, routeUrl } from "../../contract/index.js";
import type { GenerationRequest } from "../../contract/index.js";
import { readIdempotencyKey } from "../http/readIdempotencyKey.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { withFreshUrl } from "../storage/createImageUrl.js";
import { providerOf } from "../models/loadModels.js";
import { prefersAsync, prefersEventStream } from "../http/negotiation.js";
import { registerBackgroundWork } from "../hooks/registerBackgroundWork.js";
import { prepareGeneration } from "../stages/prepareGeneration.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import { failRun, freeUncharged } from "../runs/failRun.js";
import { problemResponse, createProblem, toProblem } from "../http/createProblem.js";
import { assertRate } from "./assertRate.js";
import { reserveRun } from "./reserveRun.js";
import { readJsonBody } from "../http/readJsonBody.js";
import { reportError } from "../hooks/reportError.js";
import { reportUnexecuted } from "../runs/reportUnexecuted.js";
import { runEventStream } from "../runs/runEventStream.js";
import { executeRun } from "../stages/executeRun.js";
import { readKeptPrompt } from "../stages/readKeptPrompt.js";
import { POLL_MS } from "../runs/statusResponse.js";
import type { RunExecution } from "../stages/RunContext.js";
import type { RunInterest, RunRecord } from "../runs/RunStore.js";
import { failAbandonedRun } from "../runs/failAbandonedRun.js";
import { GRACE_MS } from "../runs/lease.js";
import { waitForRunEnd } from "../runs/waitForRunEnd.js";
import type { RunEnd } from "../runs/waitForRunEnd.js";
import { isEnded } from "../runs/isEnded.js";
import { withdrawRun } from "../runs/withdrawRun.js";
import { noteTrace, traceRun } from "../telemetry/traceRun.js";
import { SPAN_KIND, withSpan } from "../telemetry/TraceSpan.js";
import { beginSpending } from "../spending/beginSpending.js";

/** `POST /generations`: runs the node once per key. Asks for the rate before it reads a body that is new. */
export async function generations(handler: HandlerContext, call: AuthorizedCall): Promise<Response> {
  const { request, principal } = call;
  const key = readIdempotencyKey(request.headers);
  const { scope } = principal;
  const { runs } = handler;

  // The key may be that of a run under way, until it is known to be free.
  call.unknownCharge = {};
  const holder = await runs.findByKey(scope, key);
  call.unknownCharge = holder && { id: holder.id };
  if (!holder) await assertRate(handler, principal, "generate");
  const { bytes, value } = await readJsonBody(request, handler.limits.maxBodyBytes);
  const fingerprint = await sha256Hex(bytes);
  // The run may have gone on while the body came in.
  const known = holder && (await runs.findByKey(scope, key));
  if (known) {
    call.unknownCharge = { id: known.id };
    // Whoever ended it may have died before it freed the key.
    const isFree = await freeUncharged(runs, known);
    if (!isFree) return answerKnown(handler, call, known, fingerprint);
  }
  call.unknownCharge = null;
  if (holder) await assertRate(handler, principal, "generate");
  const prepared = await prepareGeneration(handler, scope, value);
  const writeRequest = () => toStoredRequest(prepared, value, bytes);
  const stored = handler.options.dispatch ? writeRequest() : null;
  const claim = noteTrace(call.trace, queuedRun(handler, scope, key, fingerprint, stored));
  const { created, run } = await runs.create(claim, { watch: watchOf(handler, request) });
  call.unknownCharge = { id: run.id };
  if (!created) return answerKnown(handler, call, run, fingerprint);
  const reserved = await reserveRun(handler, call, prepared, run);
  if (isEnded(reserved)) return answerEnded(handler, reserved);
  return begin(handler, call, { prepared, run: reserved, writeRequest });
}

/** Starts the claimed run, and answers in the form that was asked for. */
async function begin(
  handler: HandlerContext,
  { request, requestId, trace }: AuthorizedCall,
  execution: Pick<RunExecution, "prepared" | "run" | "writeRequest">,
): Promise<Response> {
  const { prepared, run } = execution;
  const { runs } = handler;
  const { scope } = run;
  const stream = wantsStream(request) ? await runEventStream(handler, run, requestId, {}, run) : null;
  const isAsync = prefersAsync(request.headers.get("Prefer"));
  const { dispatch } = handler.options;
  if (dispatch) {
    const watched = stream || isAsync ? null : await waitForRunEnd(handler, run, requestId);
    const provider = providerOf(prepared.imageModelId, prepared.imageModel);
    let ended: RunRecord | null = null;
    try {
      const startBy = run.createdAt + handler.limits.maxQueueMs;
      const handOver = () => dispatch({ scope, id: run.id, provider }, { runs, startBy });
      await withSpan(trace, "dispatch", handOver, { kind: SPAN_KIND.producer });
    } catch (error) {
      ended = await failDispatch(handler, run, requestId, error);
    }
    if (stream) return stream;
    // A refusal is told without waiting to hear of it.
    if (ended && isEnded(ended)) return answerEnded(handler, ended);
    return watched ? answerEnded(handler, await watched.ended) : accepted(handler, run);
  }
  const kept = await readKeptPrompt(runs, prepared, run);
  const carriedOut = { ...execution, requestId, kept, isHandedOver: false };
  const work = traceRun(handler, carriedOut, executeRun, trace);
  registerBackgroundWork(handler, work, run, requestId);
  if (stream) return stream;
  if (isAsync) return accepted(handler, run);
  const { isAnothers } = await work;
  // Another process has taken it over, and ends it.
  if (isAnothers) return answerEnded(handler, await (await waitForRunEnd(handler, run, requestId)).ended);
  const ended = await runs.get(scope, run.id);
  return answerEnded(handler, ended ?? run);
}

/** Ends a run that could not be handed over; returns it as it is then. */
async function failDispatch(
  handler: HandlerContext,
  run: RunRecord,
  requestId: string,
  error: unknown,
): Promise<RunRecord | null> {
  const isRefusal = ImageNodeError.isInstance(error) && error.kind === "overloaded";
  const retryAfterMs = (isRefusal ? error.retryAfterMs : undefined) ?? 5_000;
  const problem = toProblem(createProblem("overloaded", { id: run.id, retryAfterMs }), requestId);
  const { run: ended, changed } = await failRun(handler, run, () => problem);
  reportError(handler, problem, error, { scope: run.scope, id: run.id });
  if (!changed || !ended) return ended;
  // A queue that failed may have taken it all the same; one that refused has not.
  if (!isRefusal) withdrawRun(handler, run);
  await reportUnexecuted(handler, run, ended);
  return ended;
}

/** Finds the events that the answer needs; none where the run is not waited for, or this process carries it out. */
function watchOf({ options }: HandlerContext, request: Request): RunInterest | undefined {
  if (wantsStream(request)) return "events";
  return options.dispatch && !prefersAsync(request.headers.get("Prefer")) ? "end" : undefined;
}

function wantsStream({ headers }: Request): boolean {
  return prefersEventStream(headers.get("Accept")) && !prefersAsync(headers.get("Prefer"));
}

/** Answers where the key was used before: a replay, a wait or a refusal. */
async function answerKnown(
  handler: HandlerContext,
  call: AuthorizedCall,
  known: RunRecord,
  fingerprint: string,
): Promise<Response> {
  const { request, requestId } = call;
  if (known.fingerprint !== fingerprint) throw createProblem("idempotency_mismatch");
  const run = await failAbandonedRun(handler, known, requestId, request.signal);
  if (!isEnded(run))
    throw createProblem("idempotency_in_progress", { id: run.id, charged: null, retryAfterMs: POLL_MS });
  const headers = { "Idempotency-Replayed": "true" };
  const stream = wantsStream(request) ? await runEventStream(handler, run, requestId, headers) : null;
  return stream ?? answerEnded(handler, run, headers);
}

async function answerEnded(
  handler: HandlerContext,
  run: RunEnd,
  headers: HeadersInit = {},
): Promise<Response> {
  if (run.generation) return jsonResponse(await withFreshUrl(handler, run.generation), 200, headers);
  if (run.problem) return problemResponse(run.problem, headers);
  throw createProblem("internal", { id: run.id, charged: null });
}

function accepted(handler: HandlerContext, { id, status }: RunRecord): Response {
  return jsonResponse({ id, status, retryAfterMs: POLL_MS }, 202, {
    Location: routeUrl(handler.publicUrl, "generations", id),
    "Preference-Applied": "respond-async",
    "Retry-After": String(POLL_MS / 1000),
  });
}

/**
 * Writes the request for another process that will carry it out, or go on with it. Of pictures that the host loaded it
 * has the ids under which they are stored: what they came from may be gone by then.
 */
function toStoredRequest(
  { references, areLoaded }: PreparedGeneration,
  value: unknown,
  body: Uint8Array,
): string {
  if (!areLoaded) return new TextDecoder().decode(body);
  const request = value as GenerationRequest;
  const ids = references.map(({ attachmentId }) => ({ attachmentId }));
  return JSON.stringify({ ...request, input: { ...request.input, references: ids } });
}

function queuedRun(
  { limits, options }: HandlerContext,
  scope: string,
  key: string,
  fingerprint: string,
  request: string | null,
): RunRecord {
  const createdAt = Date.now();
  const abandonedAt = createdAt + limits.maxQueueMs + GRACE_MS;
  return {
    id: createId("gen"),
    scope,
    key,
    fingerprint,
    status: "queued",
    stage: null,
    stages: null,
    usage: null,
    createdAt,
    startedAt: null,
    deadlineAt: null,
    imageStartedAt: null,
    imageArrivedAt: null,
    endedAt: null,
    abandonedAt,
    request,
    generation: null,
    problem: null,
    storing: null,
    late: null,
    ...(options.spending && { spending: beginSpending(abandonedAt) }),
    revision: 0,
  };
}
