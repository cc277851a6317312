import { createOpenAI } from "@ai-sdk/openai";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { broken, configured } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { bodies, header, json, requests, streams, withHeader } from "../spoil.js";
import type { Json } from "../spoil.js";

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

const withoutVariation = (text: string) => text.replace(/"variation":\d+/, '"variation":1');

/** How it gets there: keys, streams, runs, the provider's failures. */
export const brokenRuns: readonly BrokenBackend[] = [
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
  broken(
    "takes images that were asked for at once for one",
    "variations under keys of their own are generations of their own",
    () => {
      const keys = new Map<string, string>();
      return (good) => async (request) => {
        const text = request.method === "POST" ? await request.clone().text() : "";
        if (!text.includes('"variation":')) return good(request);
        const plain = withoutVariation(text);
        const key = keys.get(plain) ?? request.headers.get("Idempotency-Key") ?? "";
        keys.set(plain, key);
        const { url, method, headers } = request;
        return good(withHeader(new Request(url, { method, headers, body: plain }), "Idempotency-Key", key));
      };
    },
  ),
  broken(
    "compares bodies without their variation",
    "another variation under a key is idempotency_mismatch",
    bodies((text) => (text.includes('"variation":') ? withoutVariation(text) : text)),
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
