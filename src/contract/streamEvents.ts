import * as z from "zod/mini";
import { id, text } from "./atoms.js";
import { generationSchema } from "./generationSchema.js";
import { problemSchema } from "./problemSchema.js";
import { stagesSchema } from "./stagesSchema.js";

/** The events of a generation's stream, by name. Unknown names are ignored by readers. */
export const STREAM_EVENTS = {
  started: z.looseObject({ id: id }),
  stage: z.looseObject({ stage: text, status: text }),
  prompt: z.looseObject({ stages: stagesSchema }),
  partial_image: z.looseObject({ index: z.number(), b64: text, mimeType: text }),
  result: generationSchema,
  error: problemSchema,
} as const;

/** The name of a stream event. */
export type StreamEventName = keyof typeof STREAM_EVENTS;
