import { streamEventSchema } from "../../../contract/index.js";
import type { StreamEvent } from "../../../contract/index.js";
import type { RunRecord } from "../../runs/RunStore.js";

/**
 * Converts an event to the message that goes over a channel: never more than a few hundred bytes, since PostgreSQL takes 8,000. Prompts,
 * results and problems stand in the run already and are read there; unfinished images (`null`) are not sent at all.
 */
export function toMessage(event: StreamEvent): string | null {
  if (event.event === "partial_image") return null;
  return JSON.stringify(
    event.event === "started" || event.event === "stage" ? event : { event: event.event },
  );
}

/**
 * Converts a message to its event; `load` reads the run that it speaks of. `null` when there is nothing to tell, or for a
 * message of somebody else's. What ended a run is never taken from a message.
 */
export async function fromMessage(
  text: string,
  load: () => Promise<RunRecord | null>,
): Promise<StreamEvent | null> {
  const message = readObject(text);
  const event = message?.event;
  if (event === "started" || event === "stage") return streamEventSchema.safeParse(message).data ?? null;
  if (event !== "prompt" && event !== "result" && event !== "error") return null;
  const run = await load();
  if (event === "prompt") return run?.stages ? { event, data: { stages: run.stages } } : null;
  return run && endOf(run);
}

function readObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Makes the terminal event of a run that has ended. */
export function endOf({ generation, problem }: RunRecord): StreamEvent | null {
  if (generation) return { event: "result", data: generation };
  return problem ? { event: "error", data: problem } : null;
}
