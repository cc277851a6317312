import type { StreamEvent } from "../../contract/index.js";
import type { RunRecord } from "../runs/RunStore.js";

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

/** Converts a message to its event; `load` reads the run that it speaks of. `null` when there is nothing to tell. */
export async function fromMessage(
  text: string,
  load: () => Promise<RunRecord | null>,
): Promise<StreamEvent | null> {
  const message = JSON.parse(text) as StreamEvent;
  if ("data" in message) return message;
  const { event } = message as { event: StreamEvent["event"] };
  const run = await load();
  if (event === "prompt") return run?.stages ? { event, data: { stages: run.stages } } : null;
  return run && endOf(run);
}

/** Makes the terminal event of a run that has ended. */
export function endOf({ generation, problem }: RunRecord): StreamEvent | null {
  if (generation) return { event: "result", data: generation };
  return problem ? { event: "error", data: problem } : null;
}
