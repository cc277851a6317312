import { createClient } from "image-generation-node/client";
import type { Generation, GenerationRequest } from "image-generation-node/contract";

/** A job of a worker or a queue: no page, no React. */
export interface Job {
  request: GenerationRequest;
  /** Names the intent. A job that is delivered twice pays once. */
  key: string;
  baseUrl: string;
  token: string;
}

export async function drawInWorker({ request, key, baseUrl, token }: Job): Promise<Generation> {
  const client = createClient({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  // Plain JSON: it may go through postMessage, a queue or a database.
  return client.generate(request, { idempotencyKey: key, stream: false });
}
