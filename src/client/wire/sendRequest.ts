import { ImageNodeError, routeUrl } from "../../contract/index.js";
import type { ClientOptions } from "../types.js";
import { untilAborted } from "./createDeadline.js";

/** One request of the contract. */
export interface Call {
  method: "GET" | "POST" | "DELETE";
  /** The segments after the base URL, not yet encoded. */
  path: readonly string[];
  /** The body as it is sent, byte for byte, at every repeat. */
  body?: string | undefined;
  accept?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What asks for a stream and takes JSON. */
export const ACCEPT_STREAM = "text/event-stream, application/json;q=0.9";
/** What asks for JSON. */
export const ACCEPT_JSON = "application/json";

/**
 * Sends one request and resolves with the head of its answer. Follows no redirect, since the host's headers and a
 * paid request must not go elsewhere. Rejects with `network` when there is no answer, or with the signal's reason.
 */
export async function send(options: ClientOptions, call: Call, signal: AbortSignal): Promise<Response> {
  const headers = new Headers(await readHeaders(options, signal));
  headers.set("Accept", call.accept ?? ACCEPT_JSON);
  if (call.body !== undefined) headers.set("Content-Type", "application/json");
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  const init: RequestInit = { method: call.method, headers, redirect: "manual", signal };
  if (call.body !== undefined) init.body = call.body;
  if (options.credentials !== undefined) init.credentials = options.credentials;
  const url = routeUrl(options.baseUrl, ...call.path);
  const doFetch = options.fetch ?? globalThis.fetch;
  try {
    return await untilAborted(doFetch(url, init), signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    const what = `No answer from ${call.method} ${url}`;
    if (call.headers && "Idempotency-Key" in call.headers) throw createNetworkError(what, { cause });
    throw new ImageNodeError({
      kind: "network",
      message: `${what}. Check that the back end runs, that \`baseUrl\` is right and that this page may call it.`,
      charged: null,
      cause,
    });
  }
}

/** An unknown outcome: nobody can say whether the request arrived. */
export function createNetworkError(
  what: string,
  o: {
    cause?: unknown;
    status?: number | undefined;
    retryAfterMs?: number | undefined;
    id?: string | undefined;
  } = {},
): ImageNodeError {
  return new ImageNodeError({
    kind: "network",
    message: `${what}. The outcome is unknown: asking again with the same key never pays twice.`,
    charged: null,
    ...o,
  });
}

async function readHeaders({ headers }: ClientOptions, signal: AbortSignal): Promise<Record<string, string>> {
  if (typeof headers !== "function") return { ...headers };
  try {
    return { ...(await untilAborted(Promise.resolve(headers()), signal)) };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    // An earlier attempt may have arrived, so this is not "nothing was sent".
    throw createNetworkError("The client's `headers` function failed", { cause });
  }
}
