import { untilAborted } from "./untilAborted.js";

/** Event of a stream, as sent. */
export interface ServerSentEvent {
  /** Name of the event; "message" where the stream gives none. */
  event: string;
  data: string;
}

/** Parser of events that arrive in pieces of text. */
export interface EventParser {
  /** Returns the events that are complete with this piece. Throws `RangeError` when one event is longer than the limit. */
  push(text: string): ServerSentEvent[];
}

/** Longest event that is read, in UTF-16 units: far above a partial image, far below what would fill a tab's memory. */
export const MAX_EVENT_LENGTH = 64 * 1024 * 1024;

/** Creates a parser of the WHATWG event-stream format: LF, CR and CRLF, comments, fields over several lines. */
export function createEventParser(maxLength: number = MAX_EVENT_LENGTH): EventParser {
  const line: string[] = [];
  let length = 0;
  let name = "";
  let data: string[] = [];
  let afterCarriageReturn = false;

  function takeLine(text: string, events: ServerSentEvent[]): void {
    const [, field, value = ""] = FIELD.exec(text) ?? [];
    if (field === "event") name = value;
    if (field === "data") data.push(value);
    // Comments and unknown fields count for nothing, or an hour of heartbeats would fill the limit.
    else length -= text.length;
    if (text) return;
    if (data.length > 0) events.push({ event: name || "message", data: data.join("\n") });
    name = "";
    data = [];
    length = 0;
  }

  return {
    push(text) {
      const events: ServerSentEvent[] = [];
      const pieces = text.slice(afterCarriageReturn && text.startsWith("\n") ? 1 : 0).split(/\r\n?|\n/);
      if (text) afterCarriageReturn = text.endsWith("\r");
      pieces.forEach((piece, index) => {
        if (index > 0) takeLine(line.splice(0).join(""), events);
        line.push(piece);
        length += piece.length;
      });
      if (length > maxLength) {
        throw new RangeError(`An event of the stream is longer than ${maxLength} characters.`);
      }
      return events;
    },
  };
}

const FIELD = /^([^:]*)(?:: ?([^]*))?$/;

/** Milliseconds and bytes for which the rest of a body is read once nobody needs it. */
const REST_MS = 1000;
const REST_BYTES = 64 * 1024;

/**
 * Reads a body piece by piece, until its end or until `signal` aborts. Calls `onChunk` for every piece, heartbeats
 * included. When the caller stops before that, the rest is read and thrown away: a body that is cancelled shows as an
 * aborted request in developer tools.
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  o: { signal: AbortSignal; onChunk?: (() => void) | undefined; maxLength?: number | undefined },
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createEventParser(o.maxLength);
  let isBroken = false;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), o.signal);
      if (done) return;
      o.onChunk?.();
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } catch (error) {
    isBroken = true;
    throw error;
  } finally {
    // Not awaited: a source that never ends or answers a cancel would hold a finished run back.
    if (isBroken) cancel(reader);
    else void readRest(reader);
  }
}

/** Its own limit of time holds no process open. */
async function readRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    const signal = AbortSignal.timeout(REST_MS);
    let length = 0;
    while (length < REST_BYTES) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return;
      length += value.length;
    }
  } catch {
    // Whatever breaks here comes after all that was needed.
  }
  cancel(reader);
}

function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}
