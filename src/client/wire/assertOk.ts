import { ImageNodeError, isErrorKind, problemSchema } from "../../contract/index.js";
import type { ErrorKind } from "../../contract/index.js";
import { BareRefusal } from "./BareRefusal.js";
import { createNetworkError } from "./createNetworkError.js";
import { isUnknownOutcome } from "./isUnknownOutcome.js";
import { parseRetryAfter } from "./parseRetryAfter.js";
import { parseJson, readText } from "./readJson.js";

/** Kinds for statuses without a problem document: something between the client and the back end answered. */
const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  401: "unauthorized",
  402: "credits_exhausted",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  413: "payload_too_large",
  415: "unsupported_media_type",
  425: "overloaded",
  429: "rate_limited",
};

/** Statuses of a proxy that does not know what became of the request. */
const UNKNOWN_OUTCOME = new Set([408, 502, 503, 504]);

/** Returns when the response is a success; throws the error that it describes otherwise. */
export async function assertOk(response: Response, signal: AbortSignal, now: number): Promise<void> {
  const { status, type } = response;
  if (status >= 200 && status < 300) return;
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    dropBody(response);
    throw new BareRefusal({
      kind: "contract_violation",
      message:
        "A redirect is not followed, since it would carry your headers elsewhere. Set `baseUrl` to the final address.",
      ...(status ? { status } : {}),
    });
  }
  // A refusal whose body was cut is still a refusal.
  const text = await readText(response, signal).catch(rethrowUnless(isUnknownOutcome));
  throw toError(response, text === undefined ? undefined : parseJson(text), now);
}

/** Cancels a body that nobody will read, which frees its connection. */
export function dropBody(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

function toError(response: Response, body: unknown, now: number): ImageNodeError {
  const { status } = response;
  const retryAfterMs = parseRetryAfter(response.headers, now);
  const problem = problemSchema.safeParse(isRecord(body) ? { status, ...body } : body);
  if (problem.success) {
    const { kind } = problem.data;
    return ImageNodeError.fromProblem({
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      // A kind of a newer contract: its status still says whether asking again is safe.
      ...(isErrorKind(kind) ? {} : { retryable: status === 429 || status === 503 }),
      ...problem.data,
    });
  }
  if (UNKNOWN_OUTCOME.has(status)) {
    return createNetworkError(`Something in front of the back end answered ${status}`, {
      status,
      retryAfterMs,
    });
  }
  return new BareRefusal({
    kind: KIND_BY_STATUS[status] ?? (status < 500 ? "invalid_request" : "internal"),
    status,
    retryAfterMs,
    message: `The back end answered ${status} without a problem document. Check \`baseUrl\`.`,
    charged: status < 500 ? false : null,
  });
}

function rethrowUnless(isExpected: (error: unknown) => boolean): (error: unknown) => undefined {
  return (error) => {
    if (!isExpected(error)) throw error;
    return undefined;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
