import { catalogSchema, matchRoute, ROUTE_METHODS } from "../contract/index.js";
import type { CatalogFeatures, Generation, GenerationRequest, Problem } from "../contract/index.js";
import { fixtures } from "./fixtures/fixtures.js";
import { createGenerationFixture } from "./fixtures/generationFixture.js";
import { createProblem, WIRE_ERROR_KINDS } from "./fixtures/problemFixtures.js";
import type { WireErrorKind } from "./fixtures/problemFixtures.js";
import { eventStreamAnswer, jsonAnswer, problemAnswer, wantsStream } from "./scripted/answers.js";
import { createScriptedAttachments } from "./scripted/createScriptedAttachments.js";
import { createRun } from "./scripted/createRun.js";
import type { Run } from "./scripted/createRun.js";
import { faultyAnswer } from "./scripted/faultyAnswer.js";
import { describeRequest, promptOf, readBody } from "./scripted/describeRequest.js";
import type { Script, ScriptedRequest, ScriptedRun } from "./scripted/Script.js";

/** A back end that does what it is told. */
export interface ScriptedBackend {
  /** Answers a request; pass it to {@link inProcessFetch}, or mount it on a server. */
  handler: (request: Request) => Promise<Response>;
  /** Every request so far, oldest first. */
  readonly requests: readonly ScriptedRequest[];
  /** Changes parts of the script; runs that have begun keep theirs. */
  change(script: Script): void;
}

const AFTER_START: ReadonlySet<string> = new Set<WireErrorKind>([
  "content_blocked",
  "provider_rejected",
  "provider_misconfigured",
  "provider_error",
  "storage_failed",
  "prompt_failed",
  "bad_image",
  "no_image",
  "timeout",
  "cancelled",
]);

/**
 * Makes a back end for tests and stories whose every outcome is told beforehand: success as JSON or stream, every kind of
 * error, partial images, slow stages, silence, lost connections, answers that break the contract, catalogs of every
 * sort, runs (202, GET, DELETE), links that end and pictures that are gone. It keeps the contract's rules of keys and
 * runs, so that an answer lost on the way is found again with the same key. It needs no server and no model.
 */
export function createScriptedBackend(script: Script = {}): ScriptedBackend {
  let current = script;
  const requests: ScriptedRequest[] = [];
  const runs = new Map<string, Run>();
  const keys = new Map<string, Run>();
  const now = () => (current.now ?? Date.now)();
  const attachments = createScriptedAttachments(() => current, now);
  let started = 0;

  const handler = async (request: Request): Promise<Response> => {
    const text = request.method === "POST" ? await request.text() : "";
    const { pathname, origin } = new URL(request.url);
    const route = matchRoute(pathname);
    requests.push(describeRequest(request, pathname, route?.operation ?? null, text));
    if (!route) return problemAnswer(createProblem("not_found"));
    if (!ROUTE_METHODS[route.operation].includes(request.method)) {
      return problemAnswer(createProblem("method_not_allowed"));
    }
    const baseUrl =
      origin +
      pathname.replace(/(?<!\/)\/+(catalog|prompts|generations|attachments|openapi\.json)(\/.*)?$/, "");
    switch (route.operation) {
      case "catalog":
        return answerOrProblem(current.catalog ?? fixtures.catalog);
      case "prompts":
        return preview(text);
      case "generations":
        return generate(request, text, baseUrl);
      case "generation":
        return run(route.id, request);
      case "attachment":
        return attachments.serve(route.id, request);
      case "attachmentUrl":
        if (!attachments.has(route.id)) return problemAnswer(createProblem("not_found"));
        if (current.deleted) return problemAnswer(createProblem("attachment_deleted"));
        return jsonAnswer(attachments.link(route.id, baseUrl, true));
      case "openapi":
        return problemAnswer(createProblem("not_found"));
    }
  };

  const preview = (text: string) => {
    const body = readBody(text);
    if ("problem" in body) return problemAnswer(body.problem);
    const prompt = promptOf(body.request);
    if (typeof prompt !== "string") return problemAnswer(prompt);
    const answer = current.prompts ?? {};
    if ("kind" in answer) return problemAnswer(answer as Problem);
    const { mode } = body.request.config.prompt;
    const written = mode === "manual" ? null : prompt;
    return jsonAnswer({
      stages: { template: body.request.config.prompt.template, resolved: prompt, written, sent: prompt },
      warnings: [],
      usage: { items: [] },
      ...answer,
    });
  };

  const generate = async (request: Request, text: string, baseUrl: string): Promise<Response> => {
    const key = request.headers.get("Idempotency-Key")?.replace(/^"(.*)"$/, "$1");
    if (!key) return problemAnswer(createProblem("idempotency_key_missing"));
    const known = keys.get(key);
    if (known && known.text !== text) return problemAnswer(createProblem("idempotency_mismatch"));
    if (known) return again(known, request);
    const body = readBody(text);
    if ("problem" in body) return problemAnswer(body.problem);
    const plan = planOf(started, request);
    const refusal = refusalOf(plan);
    const prompt = promptOf(body.request);
    if (refusal || typeof prompt !== "string") started += 1;
    if (refusal) return plan.respond?.(request) ?? problemAnswer(refusal);
    if (typeof prompt !== "string") return problemAnswer(prompt);
    return first(startRun(plan, { key, text, baseUrl, prompt, request: body.request }), request);
  };

  const startRun = (
    plan: ScriptedRun,
    from: { key: string; text: string; baseUrl: string; prompt: string; request: GenerationRequest },
  ): Run => {
    started += 1;
    const id = `gen_${started}`;
    const attachmentId = `att_${started}`;
    const { aspectRatio } = from.request.config;
    attachments.add(attachmentId, aspectRatio);
    const digits = String(1_795_944_719_000 + started);
    const generation = (): Generation => {
      const link = attachments.link(attachmentId, from.baseUrl);
      const made = createGenerationFixture({
        id,
        attachmentId,
        aspectRatio,
        digits,
        prompt: from.prompt,
        ...link,
      });
      return { ...made, ...plan.generation };
    };
    const delay =
      current.delay ?? ((ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)));
    const created = createRun({
      id,
      key: from.key,
      text: from.text,
      plan,
      stageMs: current.stageMs ?? 0,
      delay,
      generation,
      problemOf: (kind) => problemOf(kind, plan),
      onFreed: () => keys.delete(from.key),
    });
    runs.set(id, created);
    keys.set(from.key, created);
    return created;
  };

  const first = async (created: Run, request: Request): Promise<Response> => {
    created.fresh = false;
    const { plan, id, ended } = created;
    if (plan.respond) return plan.respond(request);
    if (plan.transport) return faultyAnswer(plan.transport, { id, stream: wantsStream(request), ended });
    return settle(created, request, {});
  };

  const again = (known: Run, request: Request): Response | Promise<Response> => {
    const { status } = known.status();
    if (status === "queued" || status === "running") {
      return problemAnswer(createProblem("idempotency_in_progress", { id: known.id, retryAfterMs: 200 }));
    }
    return settle(known, request, { "Idempotency-Replayed": "true" });
  };

  const settle = async (known: Run, request: Request, headers: Record<string, string>): Promise<Response> => {
    const features = featuresOf(current);
    const replayed = "Idempotency-Replayed" in headers;
    if (features.runs && !replayed && /\brespond-async\b/.test(request.headers.get("Prefer") ?? "")) {
      return jsonAnswer(known.status(), 202, { "Preference-Applied": "respond-async" });
    }
    const problem = known.problem();
    if (replayed && problem) return withHeaders(problemAnswer(problem), headers);
    if (wantsStream(request) && features.stream) {
      if (!replayed) return eventStreamAnswer((sink) => known.subscribe(sink), headers);
      return eventStreamAnswer((sink) => {
        sink.event({ event: "result", data: known.status() as Generation });
        sink.end();
        return () => {};
      }, headers);
    }
    await known.ended;
    const failed = known.problem();
    return failed ? problemAnswer(failed) : jsonAnswer(known.status(), 200, headers);
  };

  const run = (id: string, request: Request): Response => {
    const known = runs.get(id);
    if (!known) return problemAnswer(createProblem("not_found"));
    if (request.method === "DELETE") known.cancel();
    if (request.method === "GET" && wantsStream(request))
      return eventStreamAnswer((sink) => known.subscribe(sink));
    return jsonAnswer(known.status());
  };

  const planOf = (index: number, request: Request): ScriptedRun => {
    const plans = current.runs ?? {};
    if (typeof plans === "function") return plans(index, request);
    return isList(plans) ? (plans[Math.min(index, plans.length - 1)] ?? {}) : plans;
  };

  return {
    handler,
    requests,
    change(next) {
      if (next.runs !== undefined) started = 0;
      current = { ...current, ...next };
    },
  };
}

function featuresOf({ catalog }: Script): CatalogFeatures {
  const parsed = catalogSchema.safeParse(catalog);
  return (parsed.success ? parsed.data : fixtures.catalog).features;
}

function isList(plans: ScriptedRun | readonly ScriptedRun[]): plans is readonly ScriptedRun[] {
  return Array.isArray(plans);
}

function problemOf(kind: string, plan: ScriptedRun): Problem {
  const known = WIRE_ERROR_KINDS.find((candidate) => candidate === kind) ?? "internal";
  return createProblem(known, plan.end === kind ? plan.problem : {});
}

function refusalOf(plan: ScriptedRun): Problem | null {
  const { end } = plan;
  if (end === undefined || end === "succeeded" || end === "never") return null;
  return (plan.refused ?? !AFTER_START.has(end)) ? problemOf(end, plan) : null;
}

function answerOrProblem(body: object): Response {
  if ("kind" in body) return problemAnswer(body as Problem);
  return jsonAnswer(body, 200, { "Cache-Control": "private, no-cache", ETag: '"scripted"' });
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
