import { ImageNodeError, routeUrl } from "../../contract/index.js";
import type { ClientOptions } from "../types.js";
import { createNetworkError } from "./createNetworkError.js";
import { untilAborted } from "./untilAborted.js";

/** One request of the contract. */
export interface ApiRequest {
  method: "GET" | "POST" | "DELETE";
  /** Segments after the base URL, not yet encoded. */
  path: readonly string[];
  /** Body as it is sent, byte for byte, at every repeat. */
  body?: string | Uint8Array<ArrayBuffer> | undefined;
  /** @default "application/json" */
  accept?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** `Accept` that asks for a stream and takes JSON. */
export const ACCEPT_STREAM = "text/event-stream, application/json;q=0.9";
/** `Accept` that asks for JSON. */
export const ACCEPT_JSON = "application/json";

/**
 * Sends one request and resolves with the head of its response. Follows no redirect, since the host's headers and a
 * paid request must not go elsewhere. Rejects with `network` when there is no response, or with the signal's reason.
 */
export async function sendRequest(
  options: ClientOptions,
  request: ApiRequest,
  signal: AbortSignal,
): Promise<Response> {
  const headers = toHeaders(await readHeaders(options, signal), options);
  headers.set("Accept", request.accept ?? ACCEPT_JSON);
  if (request.body !== undefined) headers.set("Content-Type", "application/json");
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  const init: RequestInit = { method: request.method, headers, redirect: "manual", signal };
  if (request.body !== undefined) init.body = request.body;
  if (options.credentials !== undefined) init.credentials = options.credentials;
  const url = routeUrl(options.baseUrl, ...request.path);
  const doFetch = options.fetch ?? globalThis.fetch;
  try {
    return await untilAborted(doFetch(url, init), signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    const what = `No answer from ${request.method} ${url}`;
    if (request.headers && "Idempotency-Key" in request.headers) throw createNetworkError(what, { cause });
    throw new ImageNodeError({
      kind: "network",
      message: `${what}. Check that the back end runs, that \`baseUrl\` is right and that this page may call it.`,
      charged: null,
      cause,
    });
  }
}

/** A value that no header can carry, such as one with a line break, is the host's error: nothing is sent with it. */
function toHeaders(given: Record<string, string>, options: ClientOptions): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      headers.set(name, value);
    } catch (cause) {
      throw new ImageNodeError({
        kind: "invalid_request",
        message: `The client's header ${JSON.stringify(name)} has a name or a value that can't be sent. Check \`headers\`.`,
        // A function may have given another value to an attempt before.
        charged: typeof options.headers === "function" ? null : false,
        cause,
      });
    }
  }
  return headers;
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
