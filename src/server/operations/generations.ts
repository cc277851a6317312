import { createId, sha256Hex } from "../encoding.js";
import type { Call, HandlerContext } from "../handlerContext.js";
import { routeUrl } from "../../contract/index.js";
import { idempotencyKeyOf } from "../idempotencyKey.js";
import { jsonResponse } from "../jsonResponse.js";
import { withFreshLink } from "../linkTo.js";
import { prefersAsync, prefersEventStream } from "../negotiate.js";
import { prepareGeneration } from "../prepareGeneration.js";
import { problemResponse, refuse } from "../problemResponse.js";
import { assertRate } from "../rateLimit.js";
import { readJsonBody } from "../readJsonBody.js";
import { runEventStream } from "../runEventStream.js";
import { runGeneration } from "../runGeneration.js";
import { POLL_MS } from "../runStatus.js";
import type { RunRecord } from "../RunStore.js";
import { isEnded } from "../transitionRun.js";

/** `POST /generations`: runs the node once per key. */
export async function generations(handler: HandlerContext, call: Call): Promise<Response> {
  const { request, principal, requestId } = call;
  const key = idempotencyKeyOf(request.headers);
  const { bytes, value } = await readJsonBody(request, handler.limits.maxBodyBytes);
  const fingerprint = await sha256Hex(bytes);
  const { scope } = principal;
  const { runs } = handler;

  const known = await runs.findByKey(scope, key);
  if (known) return answerKnown(handler, call, known, fingerprint);
  const prepared = await prepareGeneration(handler, scope, value);
  await assertRate(handler, principal, "generate");
  const { created, run } = await runs.create(queuedRun(scope, key, fingerprint));
  if (!created) return answerKnown(handler, call, run, fingerprint);

  const kept = await runs.keptPrompt(scope, key);
  const stream = wantsStream(request) ? await runEventStream(handler, run) : null;
  const work = runGeneration(
    handler,
    prepared,
    run,
    requestId,
    kept?.fingerprint === fingerprint ? kept : null,
  );
  handler.options.waitUntil?.(work);
  if (stream) return stream;
  if (prefersAsync(request.headers.get("Prefer"))) return accepted(handler, run);
  await work;
  const ended = await runs.get(scope, run.id);
  return answerEnded(handler, ended ?? run);
}

function wantsStream({ headers }: Request): boolean {
  return prefersEventStream(headers.get("Accept")) && !prefersAsync(headers.get("Prefer"));
}

/** The key was used before: replay, wait, or refuse. */
async function answerKnown(
  handler: HandlerContext,
  { request }: Call,
  run: RunRecord,
  fingerprint: string,
): Promise<Response> {
  if (run.fingerprint !== fingerprint) throw refuse("idempotency_mismatch");
  if (!isEnded(run))
    throw refuse("idempotency_in_progress", { id: run.id, charged: null, retryAfterMs: POLL_MS });
  const headers = { "Idempotency-Replayed": "true" };
  return wantsStream(request) ? runEventStream(handler, run, headers) : answerEnded(handler, run, headers);
}

async function answerEnded(
  handler: HandlerContext,
  run: RunRecord,
  headers: HeadersInit = {},
): Promise<Response> {
  if (run.generation) return jsonResponse(await withFreshLink(handler, run.generation), 200, headers);
  if (run.problem) return problemResponse(run.problem, headers);
  throw refuse("internal", { id: run.id, charged: null });
}

function accepted(handler: HandlerContext, { id, status }: RunRecord): Response {
  return jsonResponse({ id, status, retryAfterMs: POLL_MS }, 202, {
    Location: routeUrl(handler.publicUrl, "generations", id),
    "Preference-Applied": "respond-async",
    "Retry-After": String(POLL_MS / 1000),
  });
}

function queuedRun(scope: string, key: string, fingerprint: string): RunRecord {
  return {
    id: createId("gen"),
    scope,
    key,
    fingerprint,
    status: "queued",
    stage: null,
    stages: null,
    usage: null,
    createdAt: Date.now(),
    startedAt: null,
    deadlineAt: null,
    imageStartedAt: null,
    imageArrivedAt: null,
    endedAt: null,
    generation: null,
    problem: null,
    late: null,
    revision: 0,
  };
}
