import { ImageNodeError } from "../../contract/index.js";
import type { Generation } from "../../contract/index.js";
import type { GenerateOptions, ImageNodeClient } from "../types.js";
import type { GenerationRecord } from "./GenerationRecord.js";
import type { StartOptions } from "./GenerationStore.js";

/** Waits for the run of a record: by its id where it is known, else by its key. */
export async function requestRun(
  client: ImageNodeClient,
  record: GenerationRecord,
  startOptions: StartOptions,
  callOptions: GenerateOptions,
): Promise<Generation> {
  if (record.id === undefined) return requestByKey(client, record, startOptions, callOptions);
  try {
    return await client.rejoin(record.id, { ...callOptions, stream: startOptions.stream });
  } catch (error) {
    const isMissing = ImageNodeError.isInstance(error) && (error.status === 404 || error.status === 405);
    const { signal } = callOptions;
    // Where there are runs, an unknown id is lost, and its key would pay again. Elsewhere only the key finds it.
    const catalog = isMissing ? await client.catalog({ signal }).catch(() => undefined) : undefined;
    if (catalog?.features.runs !== false) throw error;
    return requestByKey(client, record, startOptions, callOptions);
  }
}

/** Requests the generation of a record by its key and bytes, which never pays twice. */
export function requestByKey(
  client: ImageNodeClient,
  { request, key }: GenerationRecord,
  { stream, respondAsync }: StartOptions,
  callOptions: GenerateOptions,
): Promise<Generation> {
  return client.generate(request, { ...callOptions, stream, respondAsync, idempotencyKey: key });
}
