import type { Problem, Route } from "../../contract/index.js";
import type { RunTrace } from "./RunTrace.js";
import type { Telemetry } from "./Telemetry.js";
import { SPAN_KIND, chargedText } from "./TraceSpan.js";
import type { TraceSpan } from "./TraceSpan.js";

/** Paths of the operations: a real one holds ids, and a link's its signature. */
const TEMPLATES: Readonly<Record<Route["operation"], string>> = {
  catalog: "/catalog",
  prompts: "/prompts",
  generations: "/generations",
  generation: "/generations/{id}",
  attachments: "/attachments",
  attachment: "/attachments/{id}",
  attachmentUrl: "/attachments/{id}/url",
  openapi: "/openapi.json",
};
const METHODS = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "CONNECT",
  "OPTIONS",
  "TRACE",
  "PATCH",
  "QUERY",
]);

/**
 * Begins the span of a request, under that of its caller. Under an active span of the host's own, which counts as the
 * server's, it is an internal one.
 */
export async function beginRequest(
  telemetry: Telemetry,
  { method, headers, url }: Request,
  route: Route | null,
): Promise<TraceSpan> {
  await telemetry.ready;
  const template = route ? TEMPLATES[route.operation] : undefined;
  const known = METHODS.has(method) ? method : "_OTHER";
  const named = known === "_OTHER" ? "HTTP" : known;
  return telemetry.begin(template ? `${named} ${template}` : named, traceOf(headers), {
    kind: telemetry.isWithin() ? SPAN_KIND.internal : SPAN_KIND.server,
    attributes: {
      "http.request.method": known,
      "http.route": template,
      "url.scheme": url.startsWith("https:") ? "https" : "http",
    },
  });
}

/** Notes why a request was refused. By HTTP's conventions only an answer from 500 on is a failure of the server. */
export function noteRefusal(trace: TraceSpan, { kind, charged }: Problem): void {
  trace.set({ "image_node.error.kind": kind, "image_node.charged": chargedText(charged ?? null) });
}

/** Ends the span of a request with its answer. */
export function endRequest(trace: TraceSpan, response: Response): Response {
  const { status } = response;
  trace.set({ "http.response.status_code": status });
  if (status >= 500) trace.fail({ type: String(status) });
  trace.end();
  return response;
}

function traceOf(headers: Headers): RunTrace | null {
  const traceparent = headers.get("traceparent");
  return traceparent === null ? null : { traceparent, tracestate: headers.get("tracestate") ?? undefined };
}
