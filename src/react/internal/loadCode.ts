import { createCodeError } from "./createCodeError.js";
import type { Loader } from "./createLoader.js";

/**
 * Fetches code that a run needs, or waits for it.
 *
 * @throws ImageNodeError of the kind `network` where it can't be fetched; nothing was sent then
 */
export async function loadCode<T>(loader: Loader<T>): Promise<T> {
  try {
    return await loader.prefetch();
  } catch (error) {
    throw createCodeError(error);
  }
}
