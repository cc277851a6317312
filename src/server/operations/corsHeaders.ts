import { CONTRACT_HEADER, ROUTE_METHODS, matchRoute } from "../../contract/index.js";
import type { Route } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";

const EXPOSED = [
  CONTRACT_HEADER,
  "ETag",
  "Idempotency-Replayed",
  "Location",
  "Preference-Applied",
  "Retry-After",
];

/**
 * The CORS headers of an answer. Pictures and what is said of their links are open to every origin, so that a canvas
 * and a download work; everything else only to the listed origins.
 */
export function corsHeaders(
  { isAllowedOrigin, options }: HandlerContext,
  request: Request,
): [name: string, value: string][] {
  if (matchRoute(new URL(request.url).pathname)?.operation === "attachment") {
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
      "Access-Control-Allow-Methods": ROUTE_METHODS[route.operation].join(", "),
      "Access-Control-Allow-Headers": asked ?? "Authorization, Content-Type, Idempotency-Key, Prefer",
      "Access-Control-Max-Age": "600",
    },
  });
}
