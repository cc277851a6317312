import type { CreateGenerationOptions, GenerationStore, ImageNodeClient } from "../../client/index.js";
import { createCodeError } from "../internal/createCodeError.js";
import type { ImageNodeError } from "../../contract/index.js";
import { clientCode } from "./clientCode.js";

/** Call of a store. */
export type StoreCall<T> = (store: GenerationStore) => T;

/** Calls of a store whose code is on its way. */
export interface LateCalls {
  /** Returns the store, once its code is there. What was kept has been done by then. */
  get(): GenerationStore | undefined;
  /** Returns the store where it has been made; makes none, so that it may be called while rendering. */
  peek(): GenerationStore | undefined;
  /** Keeps a call and fetches the code. Returns the function that drops the call. */
  keep(call: StoreCall<void>): () => void;
  /** Does something with the store, now or with the code; fails where that can't be fetched. */
  ask<T>(call: StoreCall<T | Promise<T>>): Promise<T>;
  /** Joins the store, now or with the code. Returns the function that leaves it. */
  join(to: StoreCall<() => void>): () => void;
}

/**
 * Creates the calls of one store. They are kept in order until its code is there.
 *
 * @param told.onStore called when the store is there and all that was kept has been done
 * @param told.onFailure called when the code can't be fetched; what is kept stays
 */
export function createLateCalls(
  client: ImageNodeClient,
  options: CreateGenerationOptions,
  told: { onStore: StoreCall<void>; onFailure: (error: ImageNodeError) => void },
): LateCalls {
  let store: GenerationStore | undefined;
  let leaveLoader: (() => void) | undefined;
  const kept = new Set<StoreCall<void>>();

  function get(): GenerationStore | undefined {
    const code = clientCode.get();
    if (store || !code) return store;
    leaveLoader?.();
    leaveLoader = undefined;
    store = code.createGeneration(client, options);
    for (const call of kept) call(store);
    kept.clear();
    told.onStore(store);
    return store;
  }
  function keep(call: StoreCall<void>): () => void {
    kept.add(call);
    leaveLoader ??= clientCode.subscribe(get);
    clientCode.prefetch().catch((cause: unknown) => told.onFailure(createCodeError(cause)));
    return () => {
      kept.delete(call);
      if (kept.size > 0) return;
      leaveLoader?.();
      leaveLoader = undefined;
    };
  }
  return {
    get,
    peek: () => store,
    keep,
    ask<T>(call: StoreCall<T | Promise<T>>): Promise<T> {
      const now = get();
      if (now) return Promise.resolve(call(now));
      return new Promise((resolve, reject) => {
        const drop = keep((late) => resolve(call(late)));
        clientCode.prefetch().catch((cause: unknown) => {
          drop();
          reject(createCodeError(cause));
        });
      });
    },
    join(to) {
      const now = get();
      if (now) return to(now);
      let leave: (() => void) | undefined;
      const drop = keep((late) => {
        leave = to(late);
      });
      return () => {
        drop();
        leave?.();
      };
    },
  };
}
