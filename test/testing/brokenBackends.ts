import { createOpenAI } from "@ai-sdk/openai";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { answers, bodies, header, inOutput, json, requests, streams, withHeader } from "./spoil.js";
import type { Handler, Json } from "./spoil.js";
import type { StartOptions } from "./startBackend.js";

/** A back end with one fault, and the case that has to find it. */
export interface BrokenBackend {
  fault: string;
  caughtBy: string;
  /** Made anew for each server: some remember things. */
  options: (providerOrigin: string) => StartOptions;
}

const broken = (fault: string, caughtBy: string, spoil: () => (good: Handler) => Handler): BrokenBackend => ({
  fault,
  caughtBy,
  options: () => ({ break: spoil() }),
});

const configured = (
  fault: string,
  caughtBy: string,
  handler: (providerOrigin: string) => Partial<ImageNodeHandlerOptions>,
): BrokenBackend => ({ fault, caughtBy, options: (origin) => ({ handler: handler(origin) }) });

/** A model of the SDK whose provider is asked again after a failure. */
function stubborn(origin: string): Partial<ImageNodeHandlerOptions> {
  const model = createOpenAI({ baseURL: `${origin}/v1`, apiKey: "test" }).image("gpt-image-2");
  const twice = new Proxy(model, {
    get: (target, name, receiver) =>
      name === "doGenerate"
        ? (...args: Parameters<typeof model.doGenerate>) =>
            target.doGenerate(...args).then(undefined, () => target.doGenerate(...args))
        : (Reflect.get(target, name, receiver) as unknown),
  });
  return { imageModels: { "openai/gpt-image-2": { model: twice } } };
}

export const brokenBackends: readonly BrokenBackend[] = [
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
    "shows one workspace's pictures to another",
    "another workspace's picture can't get a fresh link: 404",
    requests((request) => withHeader(request, "Authorization", "Bearer first")),
  ),
  broken(
    "obeys a stranger's page",
    "a POST from a stranger's origin is forbidden",
    requests((request) => withHeader(request, "Origin", null)),
  ),
  broken(
    "announces a bound that it does not hold",
    "POST /generations refuses a body above limits.maxBodyBytes as payload_too_large",
    json((body) =>
      body.limits ? { ...body, limits: { ...(body.limits as Json), maxBodyBytes: 2000 } } : body,
    ),
  ),
  broken(
    "draws an empty text for a missing variable",
    "POST /prompts refuses a variable without a value as missing_variable",
    bodies((text) => text.replaceAll("{{conformance.output.absent}}", "")),
  ),
  broken(
    "evaluates code",
    "POST /prompts refuses code in braces as invalid_template",
    bodies((text) => text.replaceAll("{{ 6 * 7 }}", "42")),
  ),
  broken(
    "expands values again",
    "a template fills in a value with braces literally",
    bodies((text) => text.replaceAll("{{conformance.output.braces}}", "{{conformance.output.text}}")),
  ),
  broken(
    "replaces a model in silence",
    "POST /generations refuses an image model that is not offered as model_unavailable",
    bodies((text) => text.replace('"imageModel":"conformance/no-such-model"', '"imageModel":null')),
  ),
  broken(
    "lets caches keep generations",
    "a generation is not stored by caches",
    header("Cache-Control", "private"),
  ),
  broken(
    "adds to the documented output",
    "output has exactly the documented members",
    json(inOutput((output) => ({ ...output, width: 1024 }))),
  ),
  broken(
    "rounds the size down",
    "sizeInKb is the picture's size rounded up",
    json(inOutput((output) => ({ ...output, _metadata: { ...(output._metadata as Json), sizeInKb: 0 } }))),
  ),
  broken(
    "assumes the picture's size",
    "width and height are those of the PNG",
    json((body) => (body.image ? { ...body, image: { ...(body.image as Json), width: 1000 } } : body)),
  ),
  broken(
    "puts the style into output.prompt",
    "output.prompt is the resolved prompt without the style's words",
    json(inOutput((output) => ({ ...output, prompt: `${String(output.prompt)}, watercolor` }))),
  ),
  broken(
    "wants credentials for a link",
    "imageUrl works without headers",
    () => (good) => async (request) =>
      request.url.includes("sig=") && !request.headers.has("Authorization")
        ? new Response(null, { status: 401 })
        : good(request),
  ),
  broken(
    "lets browsers guess the type",
    "a picture of the reference form is served with nosniff",
    header("X-Content-Type-Options", null),
  ),
  broken("does not look at signatures", "a link with a changed signature is bad_signature", () => {
    const links = new Map<string, string>();
    return (good) => async (request) => {
      const { pathname } = new URL(request.url);
      const response = await good(new Request(links.get(pathname) ?? request.url, request));
      if (!/json/.test(response.headers.get("Content-Type") ?? "")) return response;
      const text = await response.text();
      const link = /"imageUrl":"([^"]+)"/.exec(text)?.[1];
      if (link) links.set(new URL(link).pathname, link);
      return new Response(text, { status: response.status, headers: response.headers });
    };
  }),
  broken(
    "does not know keys",
    "the same key with the same bytes is the same generation",
    requests((request) =>
      withHeader(
        request,
        "Idempotency-Key",
        request.headers.has("Idempotency-Key") ? crypto.randomUUID() : null,
      ),
    ),
  ),
  broken(
    "invents a key where there is none",
    "a generation without a key is idempotency_key_missing",
    requests((request) =>
      withHeader(request, "Idempotency-Key", request.headers.get("Idempotency-Key") ?? crypto.randomUUID()),
    ),
  ),
  broken("hides that it replays", "a replayed answer says so", header("Idempotency-Replayed", null)),
  broken(
    "compares bodies after parsing them",
    "the same JSON in other bytes under a key is idempotency_mismatch",
    bodies((text) => (text.startsWith("{\n") ? JSON.stringify(JSON.parse(text)) : text)),
  ),
  broken("replays the old link", "a replay's link ends later than the first one did", () => {
    const kept = new Map<string, { text: string; headers: Headers }>();
    return (good) => async (request) => {
      const key = request.headers.get("Idempotency-Key") ?? "";
      const known = kept.get(key);
      if (known) return new Response(known.text, { headers: known.headers });
      const response = await good(request);
      if (key === "" || !response.ok) return response;
      const { headers } = response;
      const text = await response.text();
      kept.set(key, { text, headers });
      return new Response(text, { headers });
    };
  }),
  broken(
    "never ends a stream properly",
    "a stream ends with exactly one result or error",
    streams((text) => text.slice(0, text.indexOf("event: result"))),
  ),
  broken(
    "ends a stream twice",
    "a stream ends with exactly one result or error",
    streams((text) => text + text.slice(text.indexOf("event: result"))),
  ),
  broken(
    "begins a stream in the middle",
    "a stream begins with started and its id",
    streams((text) => text.slice(text.indexOf("event: stage"))),
  ),
  broken(
    "has no heartbeat",
    "a quiet stream is kept alive by comments",
    streams((text) => text.replace(/^:.*\n\n?/gm, "")),
  ),
  broken(
    "cancels when the caller leaves",
    "a caller who leaves does not stop the provider or pay twice",
    () => (good) => async (request) => {
      const response = await good(request.clone());
      if (!/event-stream/.test(response.headers.get("Content-Type") ?? "")) return response;
      const [seen, sent] = (response.body as ReadableStream<Uint8Array>).tee();
      const { value } = await seen.getReader().read();
      const id = /"id":"([^"]+)"/.exec(new TextDecoder().decode(value))?.[1] ?? "";
      const headers = { Authorization: request.headers.get("Authorization") ?? "" };
      const cancel = () => void good(new Request(`${request.url}/${id}`, { method: "DELETE", headers }));
      request.signal.addEventListener("abort", cancel);
      return new Response(sent, { headers: response.headers });
    },
  ),
  broken(
    "does not know respond-async",
    "Prefer: respond-async is answered with 202 and the run's id",
    requests((request) => withHeader(request, "Prefer", null)),
  ),
  broken(
    "forgets ended runs",
    "cancelling a run that has succeeded changes nothing",
    () => (good) => async (request) =>
      request.method === "DELETE"
        ? good(new Request(request.url.replace(/gen_[\w-]+$/, "gen_gone"), request))
        : good(request),
  ),
  broken(
    "passes the provider's words on",
    "the provider's own words stay on the server ([[401]])",
    json((body) =>
      "kind" in body ? { ...body, detail: "Incorrect API key provided: sk-mock-provider-secret" } : body,
    ),
  ),
  broken(
    "calls every failure internal",
    "a prompt that the provider's safety system refuses is content_blocked",
    json((body) => ("kind" in body ? { ...body, kind: "internal" } : body)),
  ),
  broken(
    "forgets a key after a failure that may have been charged",
    "an outcome that may have been charged keeps its key",
    () => {
      const failed = new Set<string>();
      return (good) => async (request) => {
        const key = request.headers.get("Idempotency-Key") ?? "";
        const response = await good(
          failed.has(key) ? withHeader(request, "Idempotency-Key", `${key}-2`) : request,
        );
        if (response.status >= 500) failed.add(key);
        return response;
      };
    },
  ),
  broken(
    "says a deadline that it does not keep",
    "a generation that takes too long is timeout, whatever the model does",
    json((body) => (body.limits ? { ...body, limits: { ...(body.limits as Json), timeoutMs: 300 } } : body)),
  ),
  configured("asks the provider again by itself", "a provider that fails is asked once", stubborn),
  configured("owns nothing by workspace", "another workspace's run is not_found", () => ({
    authorize: () => ({ scope: "all", subject: "anyone" }),
  })),
];
