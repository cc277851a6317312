import { ImageNodeError, STREAM_EVENTS } from "../../contract/index.js";
import type { Generation, StreamEvent, StreamEventName } from "../../contract/index.js";
import { takeBody } from "../../internal/takeBody.js";
import { checkSchema } from "./checkSchema.js";
import type { Schema } from "./checkSchema.js";
import { createDeadline } from "./createDeadline.js";
import { createNetworkError } from "./createNetworkError.js";
import { readEventStream } from "./readEventStream.js";
import type { ServerSentEvent } from "./readEventStream.js";

/** End of a run. */
export type Ending = { generation: Generation } | { error: ImageNodeError };

/**
 * Reads a generation's events until its first terminal one, and says how the run ended. Rejects with `network` when
 * the stream ends, breaks or falls silent before that: then the outcome is unknown.
 */
export async function readGenerationStream(
  response: Response,
  o: { signal: AbortSignal; stallMs: number; onEvent: (event: StreamEvent) => void },
): Promise<Ending> {
  let id: string | undefined;
  // Ends the reading when nothing, not even a heartbeat, came for too long.
  const silence = createDeadline({
    timeoutMs: o.stallMs,
    signal: o.signal,
    createReason: () => new Error(`Nothing came for ${o.stallMs} ms.`),
  });
  try {
    const body = takeBody(response);
    if (body) {
      for await (const raw of readEventStream(body, {
        signal: silence.signal,
        onChunk: silence.restart,
      })) {
        const event = parseEvent(raw);
        if (!event) continue;
        if (event.event === "started") id = event.data.id;
        o.onEvent(event);
        if (event.event === "result") return { generation: event.data };
        if (event.event === "error") return { error: ImageNodeError.fromProblem(event.data) };
      }
    }
  } catch (cause) {
    if (o.signal.aborted) throw o.signal.reason;
    if (ImageNodeError.isInstance(cause)) throw cause;
    if (cause instanceof RangeError) {
      throw new ImageNodeError({
        kind: "contract_violation",
        message: cause.message,
        charged: null,
        id,
        cause,
      });
    }
    throw createNetworkError("The event stream broke", { cause, id });
  } finally {
    silence.dispose();
  }
  throw createNetworkError("The event stream ended without a result or an error", { id });
}

/** Parses an event; `null` for events that are unknown or that nobody needs intact. A result that breaks the contract throws. */
function parseEvent(raw: ServerSentEvent): StreamEvent | null {
  if (!Object.hasOwn(STREAM_EVENTS, raw.event)) return null;
  const name = raw.event as StreamEventName;
  const terminal = name === "result" || name === "error";
  let data: unknown;
  try {
    data = JSON.parse(raw.data);
  } catch (cause) {
    if (terminal) throw createNetworkError(`The stream's ${name} is not whole JSON`, { cause });
    return null;
  }
  const schema: Schema<unknown> = STREAM_EVENTS[name];
  // A stage or a partial image that breaks the contract is no reason to lose an image that is paid.
  if (!terminal && !schema.safeParse(data).success) return null;
  return { event: name, data: checkSchema(data, schema) } as StreamEvent;
}
