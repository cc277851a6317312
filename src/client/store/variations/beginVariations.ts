import type { GenerationRequest } from "../../../contract/index.js";
import type { ImageNodeClient } from "../../types.js";
import { createIdempotencyKey } from "../../wire/createIdempotencyKey.js";
import type { CreateGenerationOptions, GenerationSource, StartOptions } from "../GenerationStore.js";
import { createKeySeries } from "./createKeySeries.js";
import { createVariations } from "./createVariations.js";
import type { Variations } from "./createVariations.js";
import { createVariationsKeeper } from "./createVariationsKeeper.js";
import type { VariationsRecord } from "./createVariationsKeeper.js";

/** Options of {@link beginVariations}. */
export interface BeginOptions extends CreateGenerationOptions {
  count: number;
  startedAt: number;
  source: GenerationSource;
  start: StartOptions;
  /** Images that these replace. */
  before: Variations | undefined;
}

/** Asks for several images at once. */
export function beginVariations(client: ImageNodeClient, options: BeginOptions): Variations {
  const { count, startedAt, source, start, before } = options;
  const key = start.idempotencyKey ?? createIdempotencyKey();
  const keeper = createVariationsKeeper(options);
  const record: VariationsRecord = { key, count, startedAt, slots: count };
  const { runs, variations } = createVariations(client, options, record, keeper, before?.listEnded());
  let common: Promise<GenerationRequest> | undefined;
  const makeCommon = async () => {
    const request = typeof source === "function" ? await source() : source;
    keeper.begin(record);
    return request;
  };
  // What the form says and what the host gives is read once, for all; after a failure anew.
  const prepare = () =>
    (common ??= makeCommon().catch((error: unknown) => {
      common = undefined;
      throw error;
    }));
  const ended = runs.map((run, index) =>
    run.start(async () => varyRequest(await prepare(), start, index + 1), {
      ...start,
      idempotencyKey: createKeySeries(key, index + 1).first,
    }),
  );
  return { ...variations, ended: Promise.all(ended) };
}

/** Makes the request of one of several images; the configuration that a person chose stays known. */
function varyRequest(common: GenerationRequest, { vary }: StartOptions, number: number): GenerationRequest {
  const varied = vary?.(common, number) ?? common;
  return { ...varied, context: { ...varied.context, variation: number } };
}
