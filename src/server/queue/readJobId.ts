/**
 * Reads the generation's id out of a job.
 *
 * @throws TypeError for a job that is not ours; the engine then counts it as failed and goes on.
 */
export function readJobId(data: unknown): string {
  const id = typeof data === "object" && data !== null ? (data as { id?: unknown }).id : undefined;
  if (typeof id === "string" && id !== "") return id;
  throw new TypeError("A job without the id of a generation was taken from the queue and left alone.");
}
