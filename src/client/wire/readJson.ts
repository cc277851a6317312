import { readBytes } from "../../internal/readBytes.js";
import { checkSchema } from "./checkSchema.js";
import type { Schema } from "./checkSchema.js";
import { createNetworkError } from "./createNetworkError.js";
import { untilAborted } from "./untilAborted.js";

/** Reads a whole JSON response and checks it. Anything else than whole JSON comes from a proxy: the outcome is unknown. */
export async function readJson<T>(response: Response, schema: Schema<T>, signal: AbortSignal): Promise<T> {
  const value = parseJson(await readText(response, signal));
  if (value === undefined) {
    throw createNetworkError(`The answer ${response.status} is empty, cut or not JSON`, {
      status: response.status,
    });
  }
  return checkSchema(value, schema);
}

/** Bytes of an answer that are read: a catalog of thousands of models has one or two million. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Reads the text of a response; empty where it is longer than any answer of the contract. Rejects with `network` when the connection is lost, or with the signal's reason. */
export async function readText(response: Response, signal: AbortSignal): Promise<string> {
  try {
    const bytes = await untilAborted(readBytes(response, MAX_ANSWER_BYTES), signal);
    return new TextDecoder().decode(bytes ?? undefined);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw createNetworkError("The answer was cut", { cause, status: response.status });
  }
}

/** Parses JSON; `undefined` where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
