import { ImageNodeError, isErrorKind, problemSchema } from "../../contract/index.js";
import type { ErrorKind } from "../../contract/index.js";
import { createNetworkError } from "./sendRequest.js";
import { parseRetryAfter } from "./parseRetryAfter.js";
import { untilAborted } from "./createDeadline.js";

/** The part of a zod schema that is used here. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
}

/** What a status means when the answer is no problem document: something between us and the back end wrote it. */
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

/** Statuses that a proxy gives when it does not know what became of the request. */
const UNKNOWN_OUTCOME = new Set([408, 502, 503, 504]);

const bareRefusals = new WeakSet<ImageNodeError>();

/** Whether a refusal came without a problem document, so that it speaks of the address and not of what was asked. */
export function isBareRefusal(error: ImageNodeError): boolean {
  return bareRefusals.has(error);
}

const uncertain = new WeakSet<ImageNodeError>();
/** Refusals that speak of the question, not of the run that it asks about. */
const REFUSALS = new Set<string>([
  "unauthorized",
  "forbidden",
  "credits_exhausted",
  "rate_limited",
  "overloaded",
]);

/**
 * Whether nobody knows what became of the run, so that only the same key may be asked again: no answer, a wait that
 * ended, or a refusal to say more about a run that may go on.
 */
export function isUnknownOutcome(error: unknown): error is ImageNodeError {
  if (!ImageNodeError.isInstance(error)) return false;
  return error.kind === "network" || error.kind === "client_timeout" || uncertain.has(error);
}

/**
 * What a refusal means once a run may be under way: a 401 or 429 at the second question says nothing of the first one,
 * so that a new key would pay twice. Other errors, and those that name the run themselves, stay what they are.
 */
export function withOpenOutcome(error: unknown, id: string | undefined): unknown {
  if (!ImageNodeError.isInstance(error)) return error;
  const { message, cause } = error;
  if (error.id === undefined && (REFUSALS.has(error.kind) || bareRefusals.has(error))) {
    const open = new ImageNodeError({ ...error, message, cause: cause ?? error, charged: null, id });
    uncertain.add(open);
    return open;
  }
  // Who does not find the run, or broke while looking for it, can't tell what it cost before.
  const isLost = error.kind === "not_found" || (error.kind === "internal" && error.id === undefined);
  return isLost ? new ImageNodeError({ ...error, message, cause, charged: null }) : error;
}

/** Whether the answer is a stream of events. */
export function isEventStream(response: Response): boolean {
  return /^text\/event-stream\b/i.test(response.headers.get("Content-Type") ?? "");
}

/** Throws what a refusal says; returns when the answer is a success. */
export async function assertOk(response: Response, signal: AbortSignal, now: number): Promise<void> {
  if (response.status >= 200 && response.status < 300) return;
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    dropBody(response);
    const redirect = new ImageNodeError({
      kind: "contract_violation",
      message:
        "A redirect is not followed, since it would carry your headers elsewhere. Set `baseUrl` to the final address.",
      ...(response.status ? { status: response.status } : {}),
    });
    bareRefusals.add(redirect);
    throw redirect;
  }
  throw toError(
    response,
    parseJson(await readText(response, signal).catch(rethrowUnless(isUnknownOutcome))),
    now,
  );
}

/** Reads a whole JSON answer and checks it. Anything that is not whole JSON is an unknown outcome: a proxy did it. */
export async function readJson<T>(response: Response, schema: Schema<T>, signal: AbortSignal): Promise<T> {
  const value = parseJson(await readText(response, signal));
  if (value === undefined) {
    throw createNetworkError(`The answer ${response.status} is empty, cut or not JSON`, {
      status: response.status,
    });
  }
  return check(value, schema);
}

/** Checks a value by its schema, or says what breaks the contract. */
export function check<T>(value: unknown, schema: Schema<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ImageNodeError({
    kind: "contract_violation",
    message:
      `The answer breaks the execution contract: ${result.error.message} ` +
      "`npx image-generation-node check <url>` says more.",
    charged: null,
    cause: result.error,
  });
}

/** Lets go of a body that nobody will read, which frees its connection. */
export function dropBody(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

async function readText(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await untilAborted(response.text(), signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw createNetworkError("The answer was cut", { cause, status: response.status });
  }
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
  const kind = KIND_BY_STATUS[status] ?? (status < 500 ? "invalid_request" : "internal");
  const error = new ImageNodeError({
    kind,
    status,
    retryAfterMs,
    message: `The back end answered ${status} without a problem document. Check \`baseUrl\`.`,
    charged: status < 500 ? false : null,
  });
  bareRefusals.add(error);
  return error;
}

function parseJson(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A refusal whose body was cut is still a refusal. */
function rethrowUnless(isExpected: (error: unknown) => boolean): (error: unknown) => undefined {
  return (error) => {
    if (!isExpected(error)) throw error;
    return undefined;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
