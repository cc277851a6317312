import { isUnknownOutcome } from "../../../client/index.js";
import type { Outcome, StartedItem } from "../../../client/index.js";
import { ImageNodeError } from "../../../contract/index.js";
import type { GenerationRequest, StreamEvent } from "../../../contract/index.js";
import type { Batch, BatchClient, BatchOptions } from "./Batch.js";
import { createBatchRecord } from "./createBatchRecord.js";

/** Creates a batch on a client. Sends nothing until it is started. */
export function createBatch(client: BatchClient): Batch {
  const record = createBatchRecord();
  let turn: AbortController | undefined;

  const start = async (items: readonly GenerationRequest[], options: BatchOptions = {}) => {
    if (turn || record.isRetrying()) return;
    const mine = new AbortController();
    turn = mine;
    record.begin(items, options.concurrency ?? 3);
    const onStart = ({ index, id }: StartedItem) => record.noteId(index, id);
    try {
      await client.generateMany(items, { ...options, signal: mine.signal, onStart, onItem: record.settle });
    } finally {
      turn = undefined;
      record.end();
    }
  };
  const retry = async (index: number) => {
    const request = record.getRequest(index);
    const last = record.getOutcome(index);
    if (!request || !last || last.status === "succeeded" || record.isRetrying(index)) return;
    record.beginRetry(index, last.status === "failed" && !isOpen(last) ? last.error : undefined);
    record.settle(await repeatItem(client, request, last, (id) => record.noteId(index, id)));
  };
  const stop = () => turn?.abort(new DOMException("The batch was stopped.", "AbortError"));
  const cancel = async () => {
    const open = record.openIds();
    stop();
    await Promise.allSettled(open.map((id) => client.cancel(id)));
  };
  return { getSnapshot: record.getSnapshot, subscribe: record.subscribe, start, retry, stop, cancel };
}

/** Repeats an item: by its key while its run may still be under way, as a new intent after a known end. */
async function repeatItem(
  client: BatchClient,
  request: GenerationRequest,
  last: Exclude<Outcome, { status: "succeeded" }>,
  onId: (id: string) => void,
): Promise<Outcome> {
  const { index, key, fingerprint } = last;
  const onEvent = ({ event, data }: StreamEvent) => {
    if (event === "started") onId(data.id);
  };
  try {
    const how = isOpen(last) ? { idempotencyKey: key, onEvent } : { onEvent };
    const generation = await client.generate(request, how);
    return { index, key, fingerprint, status: "succeeded", generation, reused: false };
  } catch (cause) {
    const error = ImageNodeError.isInstance(cause) ? cause : new ImageNodeError({ kind: "unknown", cause });
    return { index, key, fingerprint, status: "failed", error };
  }
}

function isOpen(last: Exclude<Outcome, { status: "succeeded" }>): boolean {
  return last.status === "aborted" || isUnknownOutcome(last.error);
}
