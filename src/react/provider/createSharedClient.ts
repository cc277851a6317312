import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { countCall, countItems } from "./SpendingCalls.js";
import type { SpendingCalls } from "./SpendingCalls.js";

/** Client with one identity in front of those that a host makes anew. */
export interface SharedClient {
  /** Client for everything below the provider; each call goes to the newest one. */
  client: ImageNodeClient;
  /** Takes the newest client over, and the catalog that the host gave for it. */
  use: (next: ImageNodeClient, catalog: Catalog | undefined) => void;
  /** Whether a client leads to the same back end, as far as the two tell theirs. */
  isSame: (next: ImageNodeClient) => boolean;
}

const origins = new WeakMap<ImageNodeClient, ImageNodeClient>();
const calls = new WeakMap<ImageNodeClient, SpendingCalls>();

/** Creates the front of a client. */
export function createSharedClient(first: ImageNodeClient): SharedClient {
  let newest = first;
  let offered: Catalog | undefined;
  const spent = callsOf(first);
  const client: ImageNodeClient = {
    baseUrl: first.baseUrl,
    catalog: (...args) => (offered ? Promise.resolve(offered) : newest.catalog(...args)),
    previewPrompt: (...args) => countCall(spent, newest.previewPrompt(...args)),
    generate: (...args) => countCall(spent, newest.generate(...args)),
    get: (...args) => newest.get(...args),
    rejoin: (...args) => countCall(spent, newest.rejoin(...args)),
    cancel: (...args) => newest.cancel(...args),
    refreshUrl: (...args) => newest.refreshUrl(...args),
    upload: (...args) => newest.upload(...args),
    generateMany: (items, o) => countCall(spent, newest.generateMany(items, countItems(spent, o))),
  };
  origins.set(client, first);
  return {
    client,
    use(next, catalog) {
      newest = next;
      offered = catalog;
    },
    isSame: ({ baseUrl }) =>
      baseUrl === first.baseUrl || baseUrl === undefined || first.baseUrl === undefined,
  };
}

/** Returns the client that a host gave first, which other providers may have been given too. */
export function originOf(client: ImageNodeClient): ImageNodeClient {
  return origins.get(client) ?? client;
}

/** Returns the calls of all clients in front of the one that a host gave first. */
export function callsOf(origin: ImageNodeClient): SpendingCalls {
  const known = calls.get(origin) ?? { underWay: 0 };
  calls.set(origin, known);
  return known;
}
