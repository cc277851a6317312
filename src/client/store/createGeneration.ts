import { ImageNodeError } from "../../contract/index.js";
import type { GenerationRequest, StreamEvent } from "../../contract/index.js";
import { callSafely } from "../../internal/callSafely.js";
import { KEPT_MS, createRecordKeeper } from "./createRecordKeeper.js";
import type { GenerationRecord } from "./createRecordKeeper.js";
import { IDLE_GENERATION, reduceGeneration } from "./reduceGeneration.js";
import type { GenerationAction, GenerationState } from "./reduceGeneration.js";
import type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./GenerationStore.js";
import { createUnsupportedError } from "../wire/createUnsupportedError.js";
import { createIdempotencyKey } from "../wire/createIdempotencyKey.js";
import { isUnknownOutcome } from "../wire/isUnknownOutcome.js";
import { toImageNodeError } from "../wire/toImageNodeError.js";
import type { ImageNodeClient, RejoinOptions } from "../types.js";

/** Makes the store of one node's generation. Sends nothing until it is started or, after a reload, subscribed to. */
export function createGeneration(
  client: ImageNodeClient,
  options: CreateGenerationOptions = {},
): GenerationStore {
  const keeper = createRecordKeeper(options.storage, options.slot ?? "default");
  const listeners = new Set<() => void>();
  let state: GenerationState = IDLE_GENERATION;
  let source: GenerationSource | undefined;
  let startOptions: StartOptions = {};
  let record: GenerationRecord | undefined;
  let current: AbortController | undefined;
  let cancelRequested = false;
  let interrupted = false;

  restore();

  function dispatch(action: GenerationAction): void {
    const next = reduceGeneration(state, action);
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) callSafely(listener, undefined);
  }

  function restore(): void {
    const stored = keeper.read();
    if (!stored) return;
    // An old run that never ended is forgotten: its key no longer protects from paying again.
    if (!stored.generation && !stored.error && Date.now() - stored.startedAt > KEPT_MS) return;
    record = stored;
    const { request, id, startedAt, endedAt } = stored;
    const at = endedAt ?? startedAt;
    dispatch({ type: "start", at: startedAt });
    dispatch({ type: "request", request });
    if (id) dispatch({ type: "event", event: "started", data: { id } });
    if (stored.generation) dispatch({ type: "succeed", generation: stored.generation, at });
    else if (stored.error) dispatch({ type: "fail", error: stored.error, at });
    else {
      dispatch({ type: "detach" });
      interrupted = true;
    }
  }

  /** Waits for one run and says in the state what became of it. Whoever comes later takes the turn over. */
  async function wait(ask: (o: RejoinOptions) => Promise<void>): Promise<void> {
    const turn = new AbortController();
    current?.abort(turn);
    current = turn;
    interrupted = false;
    const isMine = () => current === turn;
    const onEvent = (event: StreamEvent) => {
      if (isMine()) receive(event);
    };
    try {
      await ask({ signal: turn.signal, onEvent });
    } catch (error) {
      if (isMine()) fail(toImageNodeError(error));
    } finally {
      if (isMine()) current = undefined;
    }
  }

  function receive(event: StreamEvent): void {
    if (event.event === "started") {
      keep({ id: event.data.id });
      if (cancelRequested) sendCancel(event.data.id).catch(() => undefined);
    }
    dispatch({ type: "event", event: event.event, data: event.data });
  }

  function succeed(generation: GenerationRecord["generation"]): void {
    if (!generation) return;
    const endedAt = Date.now();
    keep({ generation, endedAt, id: generation.id });
    dispatch({ type: "succeed", generation, at: endedAt });
  }

  function fail(error: ImageNodeError): void {
    const endedAt = Date.now();
    if (error.kind === "client_timeout") {
      dispatch({ type: "detach", error });
      return;
    }
    // What is unknown stays open in the record, so that a reload asks again with the same key.
    if (!isUnknownOutcome(error)) keep({ error, endedAt });
    dispatch({ type: "fail", error, at: endedAt });
  }

  function keep(change: Partial<GenerationRecord>): void {
    if (!record) return;
    record = { ...record, ...change };
    keeper.update(record);
  }

  function begin(): Promise<void> {
    if (state.status === "running") return Promise.resolve();
    const from = source;
    const o = startOptions;
    if (from === undefined) return Promise.resolve();
    cancelRequested = false;
    record = undefined;
    dispatch({ type: "start", at: Date.now() });
    return wait(async ({ signal, onEvent }) => {
      const request = await makeRequest(from);
      signal?.throwIfAborted();
      const key = o.idempotencyKey ?? createIdempotencyKey();
      record = { key, request, startedAt: state.startedAt ?? Date.now() };
      keeper.begin(record);
      dispatch({ type: "request", request });
      await askByKey(record, { signal, onEvent });
    });
  }

  async function askByKey({ request, key }: GenerationRecord, o: RejoinOptions): Promise<void> {
    const { stream, respondAsync } = startOptions;
    const generation = await client.generate(request, { ...o, stream, respondAsync, idempotencyKey: key });
    if (!o.signal?.aborted) succeed(generation);
  }

  async function askById(run: GenerationRecord, id: string, o: RejoinOptions): Promise<void> {
    try {
      const generation = await client.rejoin(id, { ...o, stream: startOptions.stream });
      if (!o.signal?.aborted) succeed(generation);
    } catch (error) {
      const missing = ImageNodeError.isInstance(error) && (error.status === 404 || error.status === 405);
      // Where there are runs, an unknown id is lost, and its key would pay again. Elsewhere only the key finds it.
      const catalog = missing ? await client.catalog({ signal: o.signal }).catch(() => undefined) : undefined;
      if (catalog?.features.runs !== false) throw error;
      await askByKey(run, o);
    }
  }

  async function rejoin(): Promise<void> {
    const run = record;
    if (!run || current || state.status === "running" || !isOpen()) return;
    dispatch({ type: "resume", at: Date.now() });
    await wait((o) => (run.id === undefined ? askByKey(run, o) : askById(run, run.id, o)));
  }

  /** Whether the last run may still be going on. */
  function isOpen(): boolean {
    return state.status === "waiting" || (state.status === "failed" && isUnknownOutcome(state.error));
  }

  async function sendCancel(id: string): Promise<void> {
    cancelRequested = false;
    await client.cancel(id);
    if (!current) await rejoin();
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (interrupted) void rejoin();
      return () => {
        listeners.delete(listener);
      };
    },
    start(request, o = {}) {
      if (state.status === "running") return Promise.resolve();
      source = request;
      startOptions = o;
      return begin();
    },
    async retry() {
      cancelRequested = false;
      if (record && isOpen()) {
        const run = record;
        if (state.status === "waiting") return rejoin();
        dispatch({ type: "resume", at: Date.now() });
        return wait((o) => askByKey(run, o));
      }
      return again();
    },
    regenerate: () => again(),
    stopWaiting() {
      if (state.status !== "running") return;
      const turn = current;
      current = undefined;
      // Before anything was sent there is nothing to come back to but the picture that was there.
      if (record) dispatch({ type: "detach" });
      else if (state.previous) dispatch({ type: "succeed", generation: state.previous, at: Date.now() });
      else dispatch({ type: "reset" });
      turn?.abort();
    },
    async cancel() {
      if (state.status !== "running" && !isOpen()) return;
      if (state.id !== undefined) return sendCancel(state.id);
      // The id may come with the next event; until then the wish is kept.
      cancelRequested = true;
      const catalog = await client.catalog().catch(() => undefined);
      if (catalog?.features.runs === false) {
        cancelRequested = false;
        throw createUnsupportedError("can't cancel a run");
      }
      if (isOpen()) await rejoin();
    },
    rejoin() {
      cancelRequested = false;
      return rejoin();
    },
    reset() {
      const turn = current;
      current = undefined;
      keeper.remove(record?.key);
      record = undefined;
      source = undefined;
      cancelRequested = false;
      interrupted = false;
      dispatch({ type: "reset" });
      turn?.abort();
    },
  };

  /** A new intent of what was asked last. A key that the host gave named the last intent only. */
  function again(): Promise<void> {
    if (state.status === "running") return Promise.resolve();
    source ??= record?.request;
    startOptions = { ...startOptions, idempotencyKey: undefined };
    return begin();
  }
}

/** Makes the request and its own copy, so that a host that changes its objects later changes no repeat. */
async function makeRequest(source: GenerationSource): Promise<GenerationRequest> {
  const request = typeof source === "function" ? await source() : source;
  return JSON.parse(JSON.stringify(request)) as GenerationRequest;
}
