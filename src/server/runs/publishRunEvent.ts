import type { StreamEvent } from "../../contract/index.js";
import type { RunStore } from "./RunStore.js";

/** Tells those who watch a run of events. Never rejects: the run is the truth, and whoever missed an event reads it there. */
export async function publishRunEvent(
  runs: RunStore,
  scope: string,
  id: string,
  ...events: readonly StreamEvent[]
): Promise<void> {
  try {
    if (events.length > 1 && runs.publishAll) await runs.publishAll(scope, id, events);
    else for (const event of events) await runs.publish(scope, id, event);
  } catch {
    // A paid image must not be lost over a message.
  }
}
