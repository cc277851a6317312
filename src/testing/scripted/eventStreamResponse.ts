import type { StreamEvent } from "../../contract/index.js";
import { contractHeaders } from "./jsonResponse.js";

/** Encodes an event as a stream sends it. */
export function encodeEvent({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Receiver of events: `event` is called for each, `end` once at the end. */
export interface EventSink {
  event(event: StreamEvent): void;
  end(): void;
}

/** Creates a response that streams events as a source gives them. `subscribe` returns the function that stops it. */
export function eventStreamResponse(
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

/** Checks whether a request prefers an event stream. */
export function wantsStream(request: Request): boolean {
  return (request.headers.get("Accept") ?? "").includes("text/event-stream");
}
