import { raceSignal } from "../raceSignal.js";
import type { AttachmentDetails, AttachmentStorage, StoredAttachment } from "./AttachmentStorage.js";

/** Stores an image within `limitMs`, with two more attempts. Rejects with what the storage threw, or that it took too long. */
export async function putPicture(
  storage: AttachmentStorage,
  bytes: Uint8Array,
  details: AttachmentDetails,
  limitMs: number,
): Promise<StoredAttachment> {
  const overdue = new AbortController();
  const reason = new Error(`The storage did not take the picture within ${limitMs} ms.`);
  const timer = setTimeout(() => overdue.abort(reason), limitMs);
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await raceSignal(storage.put(bytes, details), overdue.signal);
      } catch (cause) {
        if (attempt === 3 || overdue.signal.aborted) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 50 * 4 ** (attempt - 1)));
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
