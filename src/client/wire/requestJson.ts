import type { CallOptions } from "../types.js";
import { assertOk } from "./assertOk.js";
import type { Schema } from "./checkSchema.js";
import type { ClientState } from "./createClientState.js";
import { createDeadline } from "./createDeadline.js";
import { readJson } from "./readJson.js";
import { sendRequest } from "./sendRequest.js";
import type { ApiRequest } from "./sendRequest.js";
import { withRetries } from "./withRetries.js";

/** Sends a request, repeats it where that is safe, and resolves with its checked JSON. */
export async function requestJson<T>(
  { options, dependencies, maxRetries, shortTimeoutMs }: ClientState,
  request: ApiRequest,
  schema: Schema<T>,
  { signal }: CallOptions = {},
  { timeoutMs = shortTimeoutMs, repeatUnknown = true }: { timeoutMs?: number; repeatUnknown?: boolean } = {},
): Promise<T> {
  const { now } = dependencies;
  const deadline = createDeadline({ timeoutMs, signal, now });
  const attempt = async () => {
    const response = await sendRequest(options, request, deadline.signal);
    await assertOk(response, deadline.signal, now());
    return readJson(response, schema, deadline.signal);
  };
  try {
    deadline.signal.throwIfAborted();
    return await withRetries(attempt, { maxRetries, repeatUnknown }, deadline, dependencies);
  } finally {
    deadline.dispose();
  }
}
