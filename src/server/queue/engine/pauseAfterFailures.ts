import type { IQueueBackend } from "bullmq";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Lets a worker wait before it asks again for a job when the engine refused, longer each time: BullMQ would ask at once, some
 * hundred times a second, for as long as a database starts, is full or read-only.
 */
export function pauseAfterFailures<Consumer extends { readonly backend: IQueueBackend }>(
  worker: Consumer,
): Consumer {
  const { backend } = worker;
  const moveToActive = backend.moveToActive.bind(backend);
  let pause = FIRST_PAUSE_MS;
  backend.moveToActive = async (token, name) => {
    try {
      const taken: unknown[] = await moveToActive(token, name);
      pause = FIRST_PAUSE_MS;
      return taken;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      throw error;
    }
  };
  return worker;
}
