import { CONTRACT_HEADER, CONTRACT_VERSION } from "../../contract/index.js";
import type { Problem } from "../../contract/index.js";

/** Creates the headers of every response, and more. */
export function contractHeaders(more: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ [CONTRACT_HEADER]: String(CONTRACT_VERSION), "Cache-Control": "no-store", ...more });
}

/** Creates a JSON response. */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: contractHeaders({ "Content-Type": "application/json", ...headers }),
  });
}

/** Creates the response of a problem document. */
export function problemResponse(problem: Problem): Response {
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (problem.retryAfterMs !== undefined)
    headers["Retry-After"] = String(Math.ceil(problem.retryAfterMs / 1000));
  return jsonResponse(problem, problem.status, headers);
}
