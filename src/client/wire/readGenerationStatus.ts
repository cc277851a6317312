import { ImageNodeError, generationSchema, generationStatusSchema } from "../../contract/index.js";
import type { GenerationStatus } from "../../contract/index.js";
import { dropBody } from "./assertOk.js";
import type { CallContext } from "./CallContext.js";
import { checkSchema } from "./checkSchema.js";
import { createNetworkError } from "./createNetworkError.js";
import { parseRetryAfter } from "./parseRetryAfter.js";
import { readGenerationStream } from "./readGenerationStream.js";
import type { Ending } from "./readGenerationStream.js";
import { readJson } from "./readJson.js";

/** State of a run that goes on, and the pause that the back end asks for. */
export interface Progress {
  status: GenerationStatus;
  retryAfterMs: number | undefined;
}

/** Reads the response about a run, a stream or JSON: how the run ended, or how far it is. */
export async function readGenerationStatus(
  context: CallContext,
  response: Response,
): Promise<Ending | Progress> {
  if (isEventStream(response)) return readStream(context, response);
  const status = await readJson(response, generationStatusSchema, context.deadline.signal);
  return (
    toEnding(status) ?? {
      status,
      retryAfterMs: status.retryAfterMs ?? parseRetryAfter(response.headers, context.dependencies.now()),
    }
  );
}

/** Checks whether the response is a stream of events. */
export function isEventStream(response: Response): boolean {
  return /^text\/event-stream\b/i.test(response.headers.get("Content-Type") ?? "");
}

function readStream({ deadline, dependencies, onEvent }: CallContext, response: Response): Promise<Ending> {
  if (!response.body) {
    dropBody(response);
    throw createNetworkError("The event stream has no body", { status: response.status });
  }
  const { stallMs } = dependencies;
  return readGenerationStream(response, { signal: deadline.signal, stallMs, onEvent });
}

/** Returns how the run ended, or `null` while it goes on. */
function toEnding(status: GenerationStatus): Ending | null {
  if (status.status === "succeeded") return { generation: checkSchema(status, generationSchema) };
  if (status.status !== "failed" && status.status !== "cancelled") return null;
  if (status.problem) return { error: ImageNodeError.fromProblem({ id: status.id, ...status.problem }) };
  const kind = status.status === "cancelled" ? "cancelled" : "internal";
  return {
    error: new ImageNodeError({
      kind,
      id: status.id,
      charged: null,
      message: `The run ended as ${status.status}.`,
    }),
  };
}
