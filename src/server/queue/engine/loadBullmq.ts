import type * as Bullmq from "bullmq";
import { describePeer } from "../../models/describePeer.js";

/** Loads the engine's package only where it is used: it is an optional peer. */
export async function loadBullmq(): Promise<typeof Bullmq> {
  try {
    return await import("bullmq");
  } catch (cause) {
    throw new Error(
      `Generations cannot be queued, because ${describePeer("bullmq", cause)}. ` +
        "Run `npm install bullmq` (6.7 or newer) and `pg` or `ioredis` beside it, or deliver the ids by a queue of your own: `dispatch` gets them, " +
        "`createGenerationWorker().execute(id)` takes them.",
      { cause },
    );
  }
}
