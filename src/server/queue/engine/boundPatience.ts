import { endInTime } from "../store/endInTime.js";

const CLOSE_MS = 5_000;
const LOOK_MS = 50;

/** Part of a queue or worker of BullMQ whose waits get an end. */
interface Patient {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** Ends of a {@link Patient}'s waits. */
export interface Patience {
  /** Milliseconds that the start may take. */
  readonly startMs: number;
  /** Whether work is under way that closing waits for, however long. */
  readonly isBusy?: () => boolean;
  /** Drops the connections; called where they did not close in time. */
  readonly drop: () => void;
}

/**
 * Gives a queue or worker of BullMQ patience that ends: a start that nobody answers rejects, and closing resolves within five
 * seconds after the last work, whether the engine is there or not.
 */
export function boundPatience<Queue extends Patient>(queue: Queue, patience: Patience): Queue {
  let last: Error | undefined;
  queue.on("error", (error) => (last = error));
  const waitUntilReady = queue.waitUntilReady.bind(queue);
  const close = queue.close.bind(queue);
  queue.waitUntilReady = () =>
    endInTime(waitUntilReady(), patience.startMs, () => {
      const reason = last ? `: ${last.message}` : ".";
      return new Error(`The queue's engine did not answer within ${patience.startMs} ms${reason}`, {
        cause: last,
      });
    });
  let closed: Promise<void> | undefined;
  queue.close = () => (closed ??= closeInTime(close, patience));
  return queue;
}

async function closeInTime(close: () => Promise<void>, { isBusy, drop }: Patience): Promise<void> {
  let isOver = false;
  const closing = close().finally(() => (isOver = true));
  closing.catch(() => undefined);
  let idleAt = Date.now();
  for (;;) {
    if (isBusy?.()) idleAt = Date.now();
    if (Date.now() >= idleAt + CLOSE_MS) return drop();
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, LOOK_MS))]);
    if (isOver) return closing;
  }
}
