import type { CatalogFeatures, Generation } from "../../contract/index.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import type { Run } from "./createScriptedRun.js";
import { eventStreamResponse, wantsStream } from "./eventStreamResponse.js";
import { faultyResponse } from "./faultyResponse.js";
import { jsonResponse, problemResponse } from "./jsonResponse.js";

/** Answers the first request of a run, spoiled where its plan says so. */
export async function respondFirst(run: Run, request: Request, features: CatalogFeatures): Promise<Response> {
  const { plan, id, ended } = run;
  if (plan.respond) return plan.respond(request);
  if (plan.transport) return faultyResponse(plan.transport, { id, stream: wantsStream(request), ended });
  if (features.runs && /\brespond-async\b/.test(request.headers.get("Prefer") ?? "")) {
    return jsonResponse(run.status(), 202, { "Preference-Applied": "respond-async" });
  }
  return respondWithRun(run, request, features);
}

/** Answers another request with the same key: the result again, or `idempotency_in_progress`. */
export function respondAgain(run: Run, request: Request, features: CatalogFeatures): Response {
  const { status } = run.status();
  if (status === "queued" || status === "running") {
    return problemResponse(createProblem("idempotency_in_progress", { id: run.id, retryAfterMs: 200 }));
  }
  const response = replay(run, request, features);
  response.headers.set("Idempotency-Replayed", "true");
  return response;
}

/** Answers with the run's events or its end, as the caller prefers. */
async function respondWithRun(run: Run, request: Request, features: CatalogFeatures): Promise<Response> {
  if (wantsStream(request) && features.stream) return eventStreamResponse((sink) => run.subscribe(sink));
  await run.ended;
  return respondWithEnd(run);
}

function replay(run: Run, request: Request, features: CatalogFeatures): Response {
  if (run.problem() || !wantsStream(request) || !features.stream) return respondWithEnd(run);
  return eventStreamResponse((sink) => {
    sink.event({ event: "result", data: run.status() as Generation });
    sink.end();
    return () => {};
  });
}

function respondWithEnd(run: Run): Response {
  const problem = run.problem();
  return problem ? problemResponse(problem) : jsonResponse(run.status());
}
