import type { StreamEvent } from "../../contract/index.js";

/** Unread events after which partial images are left out for a slow reader. */
const MAX_UNREAD = 16;

/** The body of an event stream. */
export interface EventBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly isOpen: () => boolean;
  /** Writes an event; a terminal one closes the body. Writes nothing after that. */
  readonly send: (event: StreamEvent) => void;
  /** Writes a comment, so that nobody in between takes the connection for dead. */
  readonly beat: () => void;
}

/** Makes the body. `onEnd` is told when it ends, or its reader goes away. */
export function createEventBody(onEnd: () => void): EventBody {
  const encoder = new TextEncoder();
  let isOpen = true;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = () => {
    isOpen = false;
    onEnd();
  };
  const stream = new ReadableStream<Uint8Array>({
    start(started) {
      controller = started;
    },
    cancel: end,
  });

  return {
    stream,
    isOpen: () => isOpen,
    send(event) {
      if (!isOpen || !controller) return;
      if (event.event === "partial_image" && (controller.desiredSize ?? 0) < -MAX_UNREAD) return;
      controller.enqueue(encoder.encode(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`));
      if (event.event !== "result" && event.event !== "error") return;
      end();
      controller.close();
    },
    beat: () => controller?.enqueue(encoder.encode(": still here\n\n")),
  };
}
