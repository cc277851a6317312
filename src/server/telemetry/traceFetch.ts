import { isReplayed } from "../journal/sendSubmit.js";
import { NO_SPAN, SPAN_KIND, withSpan } from "./TraceSpan.js";
import type { TraceSpan } from "./TraceSpan.js";

/**
 * Gives each request a span of its own. Of the address only the host is recorded: paths and queries may hold keys, ids and
 * links.
 */
export function traceFetch(parent: TraceSpan, send: typeof fetch): typeof fetch {
  if (parent === NO_SPAN) return send;
  return (input, init) => {
    const { method, url } = readRequest(input, init);
    return withSpan(
      parent,
      method,
      async (span) => {
        const response = await send(input, init);
        const { status } = response;
        span.set({
          "http.response.status_code": status,
          "image_node.journal_replay": isReplayed(response) ? true : undefined,
        });
        if (status >= 400) span.fail({ type: String(status) });
        return response;
      },
      { kind: SPAN_KIND.client, attributes: { "http.request.method": method, ...addressOf(url) } },
    );
  };
}

/**
 * Lets a model of the AI SDK send through a traced `fetch`. Returns the model itself where telemetry is off, and where it
 * does not show its `fetch`, as wrapped models and ids alone.
 */
export function traceRequests<Model>(parent: TraceSpan, model: Model): Model {
  if (parent === NO_SPAN || typeof model !== "object" || model === null) return model;
  const { config } = model as { config?: unknown };
  if (typeof config !== "object" || config === null) return model;
  const own = (config as { fetch?: unknown }).fetch;
  const send: typeof fetch = (input, init) =>
    typeof own === "function" ? (own as typeof fetch)(input, init) : globalThis.fetch(input, init);
  // The model of the host stays as it is.
  return Object.create(model, { config: { value: { ...config, fetch: traceFetch(parent, send) } } }) as Model;
}

function readRequest(input: RequestInfo | URL, init: RequestInit | undefined) {
  const isRequest = input instanceof Request;
  const method = (init?.method ?? (isRequest ? input.method : "GET")).toUpperCase();
  return { method, url: isRequest ? input.url : String(input) };
}

function addressOf(url: string) {
  if (!URL.canParse(url)) return {};
  const { hostname, port, protocol } = new URL(url);
  return {
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
    "url.scheme": protocol.slice(0, -1),
  };
}
