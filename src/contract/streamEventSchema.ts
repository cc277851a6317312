import * as z from "zod/mini";
import { STREAM_EVENTS } from "./streamEvents.js";

// In a file of its own: readers take the schemas one by one, and a bundler can't leave out half a file.
/** One event of the stream: its name and its decoded data. */
export const streamEventSchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("started"), data: STREAM_EVENTS.started }),
  z.object({ event: z.literal("stage"), data: STREAM_EVENTS.stage }),
  z.object({ event: z.literal("prompt"), data: STREAM_EVENTS.prompt }),
  z.object({ event: z.literal("partial_image"), data: STREAM_EVENTS.partial_image }),
  z.object({ event: z.literal("result"), data: STREAM_EVENTS.result }),
  z.object({ event: z.literal("error"), data: STREAM_EVENTS.error }),
]);

/** One event of a generation's stream. Exactly one `result` or `error` ends it. */
export type StreamEvent = z.infer<typeof streamEventSchema>;
