import type { Generation } from "../../contract/index.js";
import { encodeEvent } from "./eventStreamResponse.js";
import { contractHeaders, jsonResponse } from "./jsonResponse.js";
import type { TransportFault } from "./Script.js";

const HTML = "<!doctype html><title>Gateway</title><p>Something in between answered.</p>";

/** Creates the response that a fault spoils. `ended` resolves with the run's generation, where there is one. */
export async function faultyResponse(
  fault: TransportFault,
  options: { id: string; stream: boolean; ended: Promise<Generation | null> },
): Promise<Response> {
  const html = { "Content-Type": "text/html" };
  const type = { "Content-Type": options.stream ? "text/event-stream" : "application/json" };
  const started = options.stream ? encodeEvent({ event: "started", data: { id: options.id } }) : "";
  switch (fault) {
    case "no_answer":
      return new Promise<Response>(() => {});
    case "network":
      throw new TypeError("The connection was lost.");
    case "cut":
      await options.ended;
      return cutResponse(`${started}${options.stream ? 'event: result\ndata: {"id":"' : '{"id":"'}`, type);
    case "no_terminal_event":
      await options.ended;
      return new Response(`${started}: the end\n\n`, { headers: contractHeaders(type) });
    case "empty":
      return new Response("", { headers: contractHeaders(type) });
    case "not_json":
      return new Response(HTML, { headers: contractHeaders(html) });
    case "bad_gateway":
      return new Response(HTML, { status: 502, headers: html });
    case "contract_violation":
      return violation(await options.ended, options.stream);
  }
}

function cutResponse(text: string, headers: Record<string, string>): Response {
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) {
        controller.error(new TypeError("The connection was lost."));
        return;
      }
      sent = true;
      controller.enqueue(new TextEncoder().encode(text));
    },
  });
  return new Response(body, { headers: contractHeaders(headers) });
}

function violation(generation: Generation | null, stream: boolean): Response {
  const broken = { ...generation, id: generation?.id ?? "gen_broken", output: { imageUrl: 42 } };
  if (!stream) return jsonResponse(broken);
  return new Response(`event: result\ndata: ${JSON.stringify(broken)}\n\n`, {
    headers: contractHeaders({ "Content-Type": "text/event-stream" }),
  });
}
