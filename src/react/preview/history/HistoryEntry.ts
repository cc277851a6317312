import type { Generation, ImageNodeConfig } from "../../../contract/index.js";

/** Earlier run that made an image. The values of its variables are not kept: they may be private. */
export interface HistoryEntry {
  /** Image and all that is known of it. */
  generation: Generation;
  /** Configuration of the run; `undefined` where it is not known. */
  config?: ImageNodeConfig | undefined;
  /** Start of the run, in epoch milliseconds. */
  startedAt?: number | undefined;
  /** End of the run, in epoch milliseconds. */
  endedAt?: number | undefined;
}
