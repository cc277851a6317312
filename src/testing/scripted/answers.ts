import { CONTRACT_HEADER, CONTRACT_VERSION } from "../../contract/index.js";
import type { Problem, StreamEvent } from "../../contract/index.js";

/** Headers of every answer, and more. */
export function contractHeaders(more: Readonly<Record<string, string>> = {}): Headers {
  return new Headers({ [CONTRACT_HEADER]: String(CONTRACT_VERSION), "Cache-Control": "no-store", ...more });
}

export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: contractHeaders({ "Content-Type": "application/json", ...headers }),
  });
}

export function problemAnswer(problem: Problem): Response {
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (problem.retryAfterMs !== undefined)
    headers["Retry-After"] = String(Math.ceil(problem.retryAfterMs / 1000));
  return jsonAnswer(problem, problem.status, headers);
}

export function encodeEvent({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** What an event source calls for each event and once at the end. */
export interface EventSink {
  event(event: StreamEvent): void;
  end(): void;
}

/** Streams events as a source gives them. `subscribe` returns how to stop it. */
export function eventStreamAnswer(
  subscribe: (sink: EventSink) => () => void,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stop = subscribe({
        event: (event) => open && controller.enqueue(encoder.encode(encodeEvent(event))),
        end: () => {
          if (open) controller.close();
          open = false;
        },
      });
    },
    cancel() {
      open = false;
      stop();
    },
  });
  return new Response(body, {
    headers: contractHeaders({ "Content-Type": "text/event-stream; charset=utf-8", ...headers }),
  });
}

/** Whether a request would rather have an event stream. */
export function wantsStream(request: Request): boolean {
  return (request.headers.get("Accept") ?? "").includes("text/event-stream");
}
