import { broken } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { answers, header, json, requests, withHeader } from "../spoil.js";
import type { Json } from "../spoil.js";

/** At the door: the catalog, the form of refusals, who is let in, how much is taken. */
export const brokenEntrances: readonly BrokenBackend[] = [
  broken(
    "does not say the contract's version",
    "GET /catalog says the contract's version",
    header("Image-Generation-Contract", null),
  ),
  broken("has a catalog without an ETag", "GET /catalog has an ETag", header("ETag", null)),
  broken(
    "sends the catalog again to its own ETag",
    "GET /catalog answers 304 without a body to its own ETag",
    requests((request) => withHeader(request, "If-None-Match", null)),
  ),
  broken(
    "lets proxies keep the catalog",
    "GET /catalog is cached privately and always revalidated",
    header("Cache-Control", "public, max-age=3600"),
  ),
  broken(
    "has a default model that it does not offer",
    "the catalog's defaults are models that it offers",
    json((body) => (body.defaults ? { ...body, defaults: { imageModel: "gone" } } : body)),
  ),
  broken(
    "refuses with plain JSON",
    "a path that is no operation is not_found",
    answers((response) =>
      response.status < 400
        ? response
        : new Response('{"error":"no"}', {
            status: response.status,
            headers: { "Content-Type": "application/json" },
          }),
    ),
  ),
  broken(
    "says another status in the body",
    "a problem repeats its status in the body",
    json((body) => ("kind" in body ? { ...body, status: 400 } : body)),
  ),
  broken(
    "answers 406 to a stream that it can't give",
    "a refusal before the first byte is a plain problem, though a stream was asked for",
    () => (good) => async (request) =>
      request.headers.get("Accept") === "text/event-stream"
        ? new Response(null, { status: 406 })
        : good(request),
  ),
  broken(
    "forgets Allow",
    "DELETE /catalog is method_not_allowed, and Allow names what is",
    header("Allow", null),
  ),
  broken(
    "lets anyone in",
    "GET /catalog without credentials is unauthorized",
    requests((request) => withHeader(request, "Authorization", "Bearer first")),
  ),
  broken(
    "shows one workspace's images to another",
    "another workspace's image can't get a fresh link: 404",
    requests((request) => withHeader(request, "Authorization", "Bearer first")),
  ),
  broken(
    "obeys a stranger's page",
    "a POST from a stranger's origin is forbidden",
    requests((request) => withHeader(request, "Origin", null)),
  ),
  broken(
    "gives a stranger's page another reason",
    "a POST from a stranger's origin is forbidden",
    json((body) => (body.kind === "forbidden" ? { ...body, reason: "no_right" } : body)),
  ),
  broken(
    "announces a bound that it does not hold",
    "POST /generations refuses a body above limits.maxBodyBytes as payload_too_large",
    json((body) =>
      body.limits ? { ...body, limits: { ...(body.limits as Json), maxBodyBytes: 2000 } } : body,
    ),
  ),
];
