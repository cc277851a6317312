import { ERROR_KINDS, ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { ErrorKind, Problem, ProblemReason } from "../../contract/index.js";
import { limitErrors } from "./limitErrors.js";
import { PROBLEM_TEXTS, REASON_TEXTS } from "./problemTexts.js";

/** Creates the error of a refusal and returns it: the caller throws it. Its message is safe to show, never a provider's. */
export function createProblem(
  kind: ErrorKind,
  details: Omit<ConstructorParameters<typeof ImageNodeError>[0], "kind"> = {},
): ImageNodeError {
  const byReason = REASON_TEXTS[details.reason as ProblemReason];
  return new ImageNodeError({
    charged: false,
    ...details,
    kind,
    message: details.message ?? byReason ?? PROBLEM_TEXTS[kind][1],
  });
}

/** Converts a thrown value to a problem document; what is not a refusal becomes `internal` without its text. */
export function toProblem(error: unknown, requestId: string): Problem {
  const refusal = ImageNodeError.isInstance(error) ? error : createProblem("internal");
  const kind =
    isErrorKind(refusal.kind) && ERROR_KINDS[refusal.kind].status !== null ? refusal.kind : "internal";
  const { reason, id, stage, usage, stages, errors } = refusal;
  const retryAfterMs = toRetryAfterMs(refusal.retryAfterMs);
  return {
    type: `urn:image-generation-node:problem:${kind}`,
    title: PROBLEM_TEXTS[kind][0],
    status: ERROR_KINDS[kind].status ?? 500,
    detail: kind === refusal.kind && refusal.message !== kind ? refusal.message : PROBLEM_TEXTS[kind][1],
    kind,
    ...(reason === undefined || kind !== refusal.kind ? {} : { reason }),
    retryable: kind === refusal.kind && refusal.retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(id === undefined ? {} : { id }),
    ...(stage === undefined ? {} : { stage }),
    charged: refusal.charged === undefined ? false : refusal.charged,
    ...(usage === undefined ? {} : { usage }),
    ...(stages === undefined ? {} : { stages }),
    ...(errors === undefined ? {} : { errors: limitErrors(errors) }),
    requestId,
  };
}

/** Answers with a problem document. One that comes out of a store may have been edited: it still makes a whole answer. */
export function problemResponse(problem: Problem, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "application/problem+json");
  all.set("Cache-Control", "no-store");
  const retryAfterMs = toRetryAfterMs(problem.retryAfterMs);
  if (retryAfterMs !== undefined) all.set("Retry-After", String(Math.ceil(retryAfterMs / 1000)));
  const isRefusal = Number.isInteger(problem.status) && problem.status >= 400 && problem.status <= 599;
  const status = isRefusal ? problem.status : 500;
  return new Response(JSON.stringify({ ...problem, status, retryAfterMs }), { status, headers: all });
}

const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;

/** Reads a pause that a host, a provider or a record names; `undefined` for what is none. At most a day. */
export function toRetryAfterMs(value: unknown): number | undefined {
  if (typeof value !== "number" || Number.isNaN(value)) return undefined;
  return Math.min(Math.max(0, value), LONGEST_PAUSE_MS);
}
