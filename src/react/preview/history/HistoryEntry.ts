import type { Generation, ImageNodeConfig } from "../../../contract/index.js";

/** A run of this node that made an image. The values of its variables are not kept: they may be private. */
export interface HistoryEntry {
  /** The image and all that is known of it. */
  generation: Generation;
  /** What the node was set to; `undefined` where nobody knows. */
  config?: ImageNodeConfig | undefined;
  /** Epoch milliseconds. */
  startedAt?: number | undefined;
  /** Epoch milliseconds. */
  endedAt?: number | undefined;
}
