import { CONTRACT_HEADER } from "../../contract/index.js";
import type { Route } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { methodsOf } from "./operations.js";

const EXPOSED = [
  CONTRACT_HEADER,
  "ETag",
  "Idempotency-Replayed",
  "Location",
  "Preference-Applied",
  "Retry-After",
];

/**
 * CORS headers of an answer. Images and refusals of their links are open to every origin, so that a canvas and a
 * download work; everything else only to the listed origins.
 */
export function corsHeaders(
  { isAllowedOrigin, options }: HandlerContext,
  request: Request,
  route: Route | null,
): [name: string, value: string][] {
  if (route?.operation === "attachment") {
    return [["Access-Control-Allow-Origin", "*"]];
  }
  const origin = request.headers.get("Origin");
  if (!options.allowedOrigins) return [];
  if (origin === null || !isAllowedOrigin(origin)) return [["Vary", "Origin"]];
  return [
    ["Access-Control-Allow-Origin", origin],
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Expose-Headers", EXPOSED.join(", ")],
    ["Vary", "Origin"],
  ];
}

/** Answers a browser that asks what it may send: from a listed origin, whatever headers the host's own calls carry. */
export function preflight({ isAllowedOrigin }: HandlerContext, { headers }: Request, route: Route): Response {
  const isListed = isAllowedOrigin(headers.get("Origin") ?? "");
  const asked = isListed ? headers.get("Access-Control-Request-Headers") : null;
  return new Response(null, {
    status: 204,
    headers: {
      "Access-Control-Allow-Methods": methodsOf(route).join(", "),
      "Access-Control-Allow-Headers": asked ?? "Authorization, Content-Type, Idempotency-Key, Prefer",
      "Access-Control-Max-Age": "600",
    },
  });
}
