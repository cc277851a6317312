import { CONTRACT_HEADER, CONTRACT_VERSION, ROUTE_METHODS, matchRoute } from "../contract/index.js";
import type { Route } from "../contract/index.js";
import { corsHeaders, preflight } from "./operations/corsHeaders.js";
import { createId } from "./encoding.js";
import { createHandlerContext } from "./createHandlerContext.js";
import type { Call, HandlerContext } from "./createHandlerContext.js";
import type { Action, ImageNodeHandlerOptions, Principal } from "./options.js";
import { attachment } from "./operations/attachment.js";
import { attachmentUrl } from "./operations/attachmentUrl.js";
import { catalog } from "./operations/catalog.js";
import { cancelGeneration, readGeneration } from "./operations/readGeneration.js";
import { generations } from "./operations/generations.js";
import { openapi } from "./operations/openapi.js";
import { prompts } from "./operations/prompts.js";
import { problemResponse, createProblem, toProblem } from "./http/createProblem.js";
import { reportError } from "./report.js";
import { withUnknownCharge } from "./withUnknownCharge.js";

/**
 * Makes the back end of the node: a function from a web-standard `Request` to a `Response`, to be mounted under any
 * prefix. Paths are matched by their end. It never rejects: every failure is a problem document.
 *
 * @throws TypeError when `authorize`, `signingSecret` or `publicUrl` is missing; the message says what to do.
 */
export function createImageNodeHandler(
  options: ImageNodeHandlerOptions,
): (request: Request) => Promise<Response> {
  if (!options.authorize && options.dangerouslyAllowAnonymous !== true) {
    throw new TypeError(
      "createImageNodeHandler needs `authorize`: without it anyone who reaches the handler could spend the workspace's " +
        "credits. Pass a function that returns { scope, subject } or null, or set `dangerouslyAllowAnonymous: true` " +
        "for a demo on one machine.",
    );
  }
  const handler = createHandlerContext(options);

  return async (request) => {
    const requestId = createId("req");
    let response: Response;
    try {
      response = await dispatch(handler, request, requestId);
    } catch (error) {
      const problem = toProblem(error, requestId);
      if (problem.status >= 500) reportError(handler, problem, error);
      response = problemResponse(problem, allowHeader(request, problem.status));
    }
    return finish(handler, request, response);
  };
}

async function dispatch(handler: HandlerContext, request: Request, requestId: string): Promise<Response> {
  const url = new URL(request.url);
  const route = matchRoute(url.pathname);
  if (!route) throw createProblem("not_found");
  if (request.method === "OPTIONS" && handler.options.allowedOrigins) {
    return preflight(handler, request, route);
  }
  if (!ROUTE_METHODS[route.operation].includes(request.method)) throw createProblem("method_not_allowed");
  const origin = request.headers.get("Origin");
  const changes = request.method === "POST" || request.method === "DELETE";
  if (changes && origin !== null && !handler.isAllowedOrigin(origin)) {
    throw createProblem("forbidden", {
      message: "This origin may not call the back end. Its `allowedOrigins` can list it.",
    });
  }
  if (route.operation === "attachment") return attachment(handler, request, url, route.id);
  if (route.operation === "openapi") return openapi(handler);
  const principal = await identify(handler, request, url, route);
  return operate(handler, route, { request, url, requestId, principal });
}

function operate(handler: HandlerContext, route: Route, call: Call): Promise<Response> {
  switch (route.operation) {
    case "prompts":
      return prompts(handler, call);
    case "generations":
      return generations(handler, call);
    case "generation":
      return withUnknownCharge(
        call.request.method === "DELETE"
          ? cancelGeneration(handler, call, route.id)
          : readGeneration(handler, call, route.id),
        route.id,
      );
    case "attachmentUrl":
      return attachmentUrl(handler, call, route.id);
    default:
      return catalog(handler, call);
  }
}

async function identify(
  { options }: HandlerContext,
  request: Request,
  url: URL,
  route: Route,
): Promise<Principal> {
  if (!options.authorize) return { scope: "anonymous", subject: "anonymous" };
  const id = "id" in route ? { id: route.id } : {};
  const action = actionOf(route, request.method);
  const principal = await options.authorize({ headers: request.headers, url, action, ...id });
  if (!principal) throw createProblem("unauthorized");
  return principal;
}

function actionOf(route: Route, method: string): Action {
  if (route.operation === "generation") return method === "DELETE" ? "cancel" : "read";
  if (route.operation === "generations") return "generate";
  if (route.operation === "attachmentUrl") return "refresh_url";
  return route.operation === "prompts" ? "prompts" : "catalog";
}

function allowHeader(request: Request, status: number): HeadersInit {
  const route = status === 405 ? matchRoute(new URL(request.url).pathname) : null;
  return route ? { Allow: ROUTE_METHODS[route.operation].join(", ") } : {};
}

/** What every answer carries. */
function finish(handler: HandlerContext, request: Request, response: Response): Response {
  const headers = response.headers;
  headers.set(CONTRACT_HEADER, String(CONTRACT_VERSION));
  headers.set("X-Content-Type-Options", "nosniff");
  for (const [name, value] of corsHeaders(handler, request)) headers.set(name, value);
  return request.method === "HEAD" ? new Response(null, { status: response.status, headers }) : response;
}
