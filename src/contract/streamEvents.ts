import * as z from "zod/mini";
import { id, text } from "./atoms.js";
import { generationSchema } from "./generationSchema.js";
import { problemSchema } from "./problemSchema.js";
import { stagesSchema } from "./stagesSchema.js";

/** The events of a generation's stream, by name. Unknown names are ignored by readers. */
export const STREAM_EVENTS = {
  started: z.looseObject({
    /** Id of the run. */
    id: id,
  }),
  stage: z.looseObject({
    /** Stage of the run. */
    stage: text,
    /** State of the stage. */
    status: text,
  }),
  prompt: z.looseObject({
    /** Prompt at each step. */
    stages: stagesSchema,
  }),
  partial_image: z.looseObject({
    /** Number of the unfinished image, from 0 on. */
    index: z.number(),
    /** Bytes in Base64. */
    b64: text,
    /** Media type of the bytes. */
    mimeType: text,
  }),
  result: generationSchema,
  error: problemSchema,
} as const;

/** The name of a stream event. */
export type StreamEventName = keyof typeof STREAM_EVENTS;
