import type { StreamEvent } from "../../contract/index.js";

/** Characters of unread partial images that one reader may leave behind; the oldest are skipped first. */
export const MAX_UNREAD_LENGTH = 8 * 1024 * 1024;

/** Each partial image counts for this much, so that their number is bounded too. */
const LEAST_LENGTH = 64 * 1024;

/** The body of an event stream. */
export interface EventBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly isOpen: () => boolean;
  /** Writes an event; a terminal one closes the body. Writes nothing after that. */
  readonly send: (event: StreamEvent) => void;
  /** Writes a comment, so that nobody in between takes the connection for dead. */
  readonly beat: () => void;
}

/**
 * Makes the body. Events wait here until they are read, so that what a slow reader leaves behind stays bounded: it skips
 * partial images, and gets none after the end. `onEnd` is told when it ends, or its reader goes away.
 */
export function createEventBody(onEnd: () => void): EventBody {
  const encoder = new TextEncoder();
  let unread: Unread[] = [];
  let isOpen = true;
  let isWanted = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = () => {
    isOpen = false;
    onEnd();
  };
  const flush = () => {
    if (!isWanted) return;
    const next = unread.shift();
    if (!next) return;
    isWanted = false;
    controller?.enqueue(encoder.encode(toText(next)));
    if (!isOpen && unread.length === 0) controller?.close();
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
      },
      pull() {
        isWanted = true;
        flush();
      },
      cancel() {
        unread = [];
        end();
      },
    },
    // Nothing is handed over before it is asked for.
    { highWaterMark: 0 },
  );

  return {
    stream,
    isOpen: () => isOpen,
    send(event) {
      if (!isOpen) return;
      const isEnd = event.event === "result" || event.event === "error";
      unread = skipPartials([...unread, event], isEnd ? 0 : MAX_UNREAD_LENGTH);
      if (isEnd) end();
      flush();
    },
    beat() {
      // Whoever has something to read needs no sign of life.
      if (!isOpen || unread.length > 0) return;
      unread.push("beat");
      flush();
    },
  };
}

type Unread = StreamEvent | "beat";

/** Leaves out the oldest partial images, until the others have at most this length together. */
function skipPartials(unread: readonly Unread[], most: number): Unread[] {
  let left = most;
  const kept = [...unread].reverse().filter((event) => {
    left -= lengthOf(event);
    return lengthOf(event) === 0 || left >= 0;
  });
  return kept.reverse();
}

function lengthOf(event: Unread): number {
  return event !== "beat" && event.event === "partial_image"
    ? Math.max(LEAST_LENGTH, event.data.b64.length)
    : 0;
}

function toText(next: Unread): string {
  if (next === "beat") return ": still here\n\n";
  return `event: ${next.event}\ndata: ${JSON.stringify(next.data)}\n\n`;
}
