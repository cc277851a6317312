import type { ImageNodeClient } from "../../types.js";
import type { CreateGenerationOptions } from "../GenerationStore.js";
import { createVariations } from "./createVariations.js";
import type { Variations } from "./createVariations.js";
import { createVariationsKeeper } from "./createVariationsKeeper.js";

/** Finds the images that were last asked for at once; `undefined` where a storage keeps none. */
export function restoreVariations(
  client: ImageNodeClient,
  options: CreateGenerationOptions,
): Variations | undefined {
  const keeper = createVariationsKeeper(options);
  const record = keeper.read();
  return record && createVariations(client, options, record, keeper).variations;
}
