import type { ImageNodeClient } from "image-generation-node/client";
import type { Executor } from "./executor.js";
import { createJournal } from "./createJournal.js";
import type { JournalStorage } from "./createJournal.js";
import { createRunStore } from "./createRunStore.js";
import { runWorkflow } from "./runWorkflow.js";
import type { NodeKind, RunState, Workflow } from "./types.js";

/** What {@link createEngine} takes. */
export interface EngineOptions {
  client: ImageNodeClient;
  /** How each kind of node is run. A loop is run by the engine itself. */
  executors: Readonly<Record<Exclude<NodeKind, "loop">, Executor>>;
  /** Lets a run survive a reload. @default none */
  storage?: JournalStorage | undefined;
}

/** Runs one workflow at a time. */
export interface Engine {
  getSnapshot(): RunState;
  subscribe(listener: () => void): () => void;
  /** Starts a run; resolves when it has ended, and never rejects. Ignored while one runs. */
  start(workflow: Workflow): Promise<void>;
  /** Goes on with a run that a reload has interrupted: what is done stays done, what was under way is rejoined. */
  resume(): Promise<void>;
  /** Ends the run: pictures under way are cancelled on the back end, nothing new begins. */
  cancel(): void;
}

/** Makes an engine. It reads the journal at once, and does nothing until it is started or resumed. */
export function createEngine({ client, executors, storage }: EngineOptions): Engine {
  const store = createRunStore(createJournal(storage));
  let controller: AbortController | undefined;

  async function go(workflow: Workflow): Promise<void> {
    const own = new AbortController();
    controller = own;
    try {
      await runWorkflow({ workflow, store, client, executors, signal: own.signal });
    } finally {
      if (controller === own) controller = undefined;
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    async start(workflow) {
      if (controller) return;
      const id = `run_${crypto.randomUUID()}`;
      store.begin({ id, status: "running", startedAt: Date.now(), nodes: {}, log: [], workflow });
      await go(workflow);
    },
    async resume() {
      const { status, workflow } = store.getSnapshot();
      if (controller || status !== "running" || !workflow) return;
      store.log("The page was reloaded: the run goes on where it was.", "warn");
      await go(workflow);
    },
    cancel() {
      controller?.abort(new DOMException("The run was cancelled.", "AbortError"));
    },
  };
}
