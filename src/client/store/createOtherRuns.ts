import type { Generation } from "../../contract/index.js";
import type { ImageNodeClient } from "../types.js";
import { toImageNodeError } from "../wire/toImageNodeError.js";
import type { RecordedState } from "./createRecordedState.js";
import type { GenerationRecord } from "./GenerationRecord.js";
import { requestRun } from "./requestRun.js";

/** Runs of the node that are not shown and may go on, such as those of another tab. */
export interface OtherRuns {
  /** Waits for them, once: their images were paid, and whoever started them may be gone. */
  follow(): void;
}

/** Creates the runs that a storage holds beside the one that is shown. */
export function createOtherRuns(client: ImageNodeClient, recorded: RecordedState): OtherRuns {
  let isFollowed = false;

  async function wait(record: GenerationRecord): Promise<void> {
    const ask = { stream: false };
    const end = await requestRun(client, record, ask, {}).then(toSuccess, toFailure);
    // What is still open is found by the next page.
    if (end) recorded.updateOther({ ...record, ...end, endedAt: Date.now() });
  }
  return {
    follow() {
      if (isFollowed) return;
      isFollowed = true;
      for (const record of recorded.getOthers()) void wait(record);
    },
  };
}

function toSuccess(generation: Generation): Partial<GenerationRecord> {
  return { generation, id: generation.id };
}

function toFailure(reason: unknown): Partial<GenerationRecord> | undefined {
  const error = toImageNodeError(reason);
  return error.outcome === "unknown" || error.kind === "client_timeout" ? undefined : { error };
}
