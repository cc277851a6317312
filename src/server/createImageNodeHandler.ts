import { CONTRACT_HEADER, CONTRACT_VERSION, ImageNodeError, matchRoute } from "../contract/index.js";
import type { Route } from "../contract/index.js";
import { createHandlerContext } from "./createHandlerContext.js";
import type { HandlerContext } from "./createHandlerContext.js";
import { createId } from "./createId.js";
import { reportError } from "./hooks/reportError.js";
import { createProblem, problemResponse, toProblem } from "./http/createProblem.js";
import type { AuthorizedCall, Call } from "./operations/Call.js";
import { corsHeaders, preflight } from "./operations/corsHeaders.js";
import { endpointOf, methodsOf } from "./operations/operations.js";
import { readPrincipal } from "./operations/readPrincipal.js";
import { createTakeUp } from "./stages/createTakeUp.js";
import type { Action, ImageNodeHandlerOptions, Principal } from "./options.js";
import { beginRequest, endRequest, noteRefusal } from "./telemetry/beginRequest.js";
import { NO_SPAN } from "./telemetry/TraceSpan.js";
import { createReservationWatch } from "./spending/createReservationWatch.js";

/** Characters of the longest address that is looked at. Those of the contract, with a prefix, have a few hundred. */
const MAX_URL_LENGTH = 2_048;

/**
 * Creates the back end of the node: a function from a web-standard `Request` to a `Response` that mounts under any
 * prefix. It matches paths by their end, and never rejects: every failure is a problem document.
 *
 * @example
 * const handler = createImageNodeHandler({
 *   imageModels: { "openai/gpt-image-1": { model: openai.image("gpt-image-1") } },
 *   storage: fileStorage("./images"),
 *   signingSecret: process.env.IMAGE_NODE_SECRET ?? "",
 *   publicUrl: "https://example.com/api/image-node",
 *   authorize: async ({ headers }) => {
 *     const user = await findUser(headers.get("Cookie"));
 *     return user && { scope: user.workspaceId, subject: user.id };
 *   },
 * });
 * // A catch-all route of Next.js, app/api/image-node/[...path]/route.ts:
 * export { handler as DELETE, handler as GET, handler as HEAD, handler as OPTIONS, handler as POST };
 *
 * @throws TypeError when an option is missing, unknown, never works or weakens the back end; the message says what to do.
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
  if (!options.dispatch) handler.takeUp = createTakeUp(handler);
  const watchReservations = createReservationWatch(handler);

  return async (request) => {
    const url = new URL(request.url);
    const route = findRoute(handler, url.pathname);
    const trace = handler.telemetry ? await beginRequest(handler.telemetry, request, route) : NO_SPAN;
    const call: Call = { request, url, requestId: createId("req"), unknownCharge: null, trace };
    let response: Response;
    try {
      response = await trace.call(() => dispatch(handler, call, route));
    } catch (error) {
      const problem = toProblem(error, call.requestId);
      if (problem.status >= 500) trace.call(() => reportError(handler, problem, error));
      noteRefusal(trace, problem);
      response = problemResponse(problem, problem.status === 405 ? allowHeader(route) : {});
    }
    watchReservations();
    return endRequest(trace, finish(handler, request, route, response));
  };
}

/** Finds the operation of a path. That of uploads is there only where the option is. */
function findRoute({ references }: HandlerContext, pathname: string): Route | null {
  const route = matchRoute(pathname);
  return route?.operation === "attachments" && !references ? null : route;
}

/** Finds the operation's endpoint, checks who calls from where, and lets it answer. */
async function dispatch(handler: HandlerContext, call: Call, route: Route | null): Promise<Response> {
  const { request, url } = call;
  if (url.href.length > MAX_URL_LENGTH) {
    throw createProblem("not_found", {
      message: `There is nothing here: no address of this back end has more than ${MAX_URL_LENGTH} characters.`,
    });
  }
  if (!route) throw createProblem("not_found");
  if (request.method === "OPTIONS" && handler.options.allowedOrigins) {
    return preflight(handler, request, route);
  }
  const endpoint = endpointOf(route, request.method);
  if (!endpoint) throw createProblem("method_not_allowed");
  assertOrigin(handler, request);
  const id = "id" in route ? route.id : "";
  if (endpoint.action === null) return endpoint.answer(handler, call, id);
  const principal = await identify(handler, call, endpoint.action, route);
  const unknownCharge = endpoint.worksOnRun ? { id } : null;
  const authorized: AuthorizedCall = { ...call, principal, unknownCharge };
  return withUnknownCharge(authorized, endpoint.answer(handler, authorized, id));
}

function assertOrigin(handler: HandlerContext, { method, headers }: Request): void {
  const origin = headers.get("Origin");
  const changes = method === "POST" || method === "DELETE";
  if (!changes || origin === null || handler.isAllowedOrigin(origin)) return;
  throw createProblem("forbidden", {
    reason: "origin_refused",
    message: "This origin may not call the back end. Its `allowedOrigins` can list it.",
  });
}

async function identify(
  { options }: HandlerContext,
  { request, url }: Call,
  action: Action,
  route: Route,
): Promise<Principal> {
  if (!options.authorize) return { scope: "anonymous", subject: "anonymous" };
  const id = "id" in route ? { id: route.id } : {};
  const answer: unknown = await options.authorize({ headers: request.headers, url, action, ...id });
  return readPrincipal(answer, options.rateLimit !== undefined || options.spending !== undefined);
}

/** Answers `internal` with an unknown charge where an operation that works on a run fails without a name for it. */
async function withUnknownCharge(call: AuthorizedCall, answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch (cause) {
    const { unknownCharge } = call;
    const refusal = ImageNodeError.isInstance(cause) ? cause : null;
    // A run store that is away says nothing of costs: only who asked it knows whether a run may be under way.
    const isAway = refusal?.kind === "overloaded" && refusal.charged === undefined;
    if (unknownCharge === null || (refusal && !isAway)) throw cause;
    if (!refusal) throw createProblem("internal", { charged: null, cause, ...unknownCharge });
    const { message, retryAfterMs } = refusal;
    throw createProblem("overloaded", { message, retryAfterMs, charged: null, cause, ...unknownCharge });
  }
}

function allowHeader(route: Route | null): HeadersInit {
  return route ? { Allow: methodsOf(route).join(", ") } : {};
}

/** Adds what every answer carries. */
function finish(
  handler: HandlerContext,
  request: Request,
  route: Route | null,
  response: Response,
): Response {
  const headers = response.headers;
  headers.set(CONTRACT_HEADER, String(CONTRACT_VERSION));
  headers.set("X-Content-Type-Options", "nosniff");
  for (const [name, value] of corsHeaders(handler, request, route)) headers.set(name, value);
  return request.method === "HEAD" ? new Response(null, { status: response.status, headers }) : response;
}
