import type { Catalog } from "../../contract/index.js";
import type { ClientOptions } from "../types.js";
import type { ClientDependencies } from "./withRetries.js";

/** The 60 s that a run may take, with room for its queue, the way there and back, and storing. */
const DEFAULT_TIMEOUT_MS = 90_000;
/** The way there and back, and storing. */
const MARGIN_MS = 15_000;
/** Calls that make no image answer soon or not at all. */
const SHORT_TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;

/** Options of a client, and what its back end's catalog has said. */
export interface ClientState {
  readonly options: ClientOptions;
  readonly dependencies: ClientDependencies;
  readonly maxRetries: number;
  /** Timeout of calls that make no image. */
  readonly shortTimeoutMs: number;
  /** Timeout of calls that wait for a model. */
  timeoutMs: number;
  /** Whether the back end has runs; `undefined` until a catalog said so. */
  runs: boolean | undefined;
  /** Newest catalog, once one was read. */
  catalog?: Catalog | undefined;
}

/** Creates the state of a client. */
export function createClientState(options: ClientOptions, dependencies: ClientDependencies): ClientState {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return {
    options,
    dependencies,
    maxRetries: Math.min(MAX_RETRIES, Math.max(0, Math.floor(options.maxRetries ?? MAX_RETRIES))),
    shortTimeoutMs: Math.min(timeoutMs, SHORT_TIMEOUT_MS),
    timeoutMs,
    runs: undefined,
  };
}

/** Takes over what a catalog says about runs and their time. */
export function learnCatalog(state: ClientState, catalog: Catalog): void {
  const { features, limits } = catalog;
  state.catalog = catalog;
  state.runs = features.runs;
  state.timeoutMs =
    state.options.timeoutMs ?? Math.max(state.timeoutMs, limits.timeoutMs + limits.maxQueueMs + MARGIN_MS);
}
