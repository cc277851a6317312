/** Picture that is on its way to the back end, or did not get there. */
export interface ReferenceUpload {
  /** Idempotency key: each repeat sends it again, so that nothing is kept twice. */
  readonly key: string;
  /** Name of the file; empty where it has none. */
  readonly name: string;
  /** File as it was chosen, dropped or pasted. */
  readonly file: Blob;
  /** One is sent at a time, so that pictures come in the order in which they were chosen. */
  readonly status: "waiting" | "uploading" | "failed";
  /** Attempt that is under way, from 1. A lost connection begins another. */
  readonly attempt: number;
  /** Reason for which it failed. */
  readonly error?: unknown;
}
