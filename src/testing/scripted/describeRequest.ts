import type { ScriptedRequest } from "./Script.js";

/** Describes a request as `ScriptedBackend.requests` lists it. */
export function describeRequest(
  request: Request,
  path: string,
  operation: string | null,
  text: string,
): ScriptedRequest {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return {
    method: request.method,
    url: request.url,
    path,
    operation,
    headers: Object.fromEntries(request.headers),
    idempotencyKey: request.headers.get("Idempotency-Key"),
    text,
    body,
  };
}
