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
  // What the form says and what the host gives is read once, for all.
  const common = Promise.resolve(typeof source === "function" ? source() : source);
  const recorded = common.then(() => keeper.begin(record));
  const ended = runs.map((run, index) =>
    run.start(
      async () => {
        await recorded;
        return varyRequest(await common, start, index + 1);
      },
      { ...start, idempotencyKey: createKeySeries(key, index + 1).first },
    ),
  );
  return { ...variations, ended: Promise.all(ended) };
}

/** Makes the request of one of several images; the configuration that a person chose stays known. */
function varyRequest(common: GenerationRequest, { vary }: StartOptions, number: number): GenerationRequest {
  const varied = vary?.(common, number) ?? common;
  return { ...varied, context: { ...varied.context, variation: number } };
}
