import type { StreamEvent } from "../../contract/index.js";
import type { RunStore } from "./RunStore.js";

/** Tells those who watch a run of an event. Never rejects: the run is the truth, and whoever missed an event reads it there. */
export async function publishRunEvent(
  runs: RunStore,
  scope: string,
  id: string,
  event: StreamEvent,
): Promise<void> {
  try {
    await runs.publish(scope, id, event);
  } catch {
    // A paid image must not be lost over a message.
  }
}
