import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { isEqualJson } from "../../internal/isEqualJson.js";
import type { Store } from "../../internal/createStore.js";
import type { CatalogState } from "./CatalogState.js";
import { isExhausted } from "./SpendingCalls.js";
import type { SpendingCalls } from "./SpendingCalls.js";

/** Pause before a look: ends of runs that come together cost one, and the host's account has settled. */
const TOGETHER_MS = 500;
/** Pause between two looks while other runs go on. */
const APART_MS = 10_000;

/**
 * Reads the catalog again after each run that ended, item of a batch too, once it has told credits: once for runs that end
 * together, and at most every ten seconds while others go on. Reads it soon where the credits are exhausted, also before
 * it has told any. What is shown stays where that fails.
 *
 * @returns function that asks for a look, for runs that the parts did not make
 */
export function followCredits(
  store: Pick<Store<CatalogState>, "get" | "set">,
  client: Pick<ImageNodeClient, "catalog">,
  calls: SpendingCalls,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSoon = false;
  let isReading = false;
  let isStale = false;
  const isTelling = () => store.get().catalog?.credits !== undefined;
  let isTold = isTelling();

  const look = async () => {
    timer = undefined;
    isSoon = false;
    isStale = isReading;
    if (isReading) return;
    isReading = true;
    try {
      const catalog = take(store.get().catalog, await client.catalog());
      store.set({ status: "ready", catalog, error: undefined });
    } catch {
      // Of no weight beside the run: the next one asks again.
    }
    isReading = false;
    if (isStale) plan(true);
  };
  const plan = (soon: boolean) => {
    if (timer !== undefined && (isSoon || !soon)) return;
    clearTimeout(timer);
    isSoon = soon;
    timer = setTimeout(() => void look(), soon ? TOGETHER_MS : APART_MS);
  };
  calls.onEnd = (error) => {
    const isRefused = isExhausted(error);
    // Once told, they are followed: a host's account may be out of reach for a moment.
    isTold ||= isTelling();
    if (isTold || isRefused) plan(calls.underWay === 0 || isRefused);
  };
  return () => plan(true);
}

/** Takes over what changed. Mostly these are the credits alone, and what depends on the models need not be made anew. */
function take(before: Catalog | undefined, read: Catalog): Catalog {
  if (!before) return read;
  const { credits, ...offer } = read;
  const { credits: creditsBefore, ...offerBefore } = before;
  if (!isEqualJson(offer, offerBefore)) return read;
  return isEqualJson(credits, creditsBefore) ? before : { ...before, credits };
}
