import type { ImageNodeClient } from "image-generation-node/client";
import type { Executor } from "./executor.js";
import { createJournal } from "./createJournal.js";
import type { JournalStorage } from "./createJournal.js";
import { createRunStore } from "./createRunStore.js";
import { runWorkflow } from "./runWorkflow.js";
import type { NodeKind, RunState, Workflow } from "./types.js";

/** Options of {@link createEngine}. */
export interface EngineOptions {
  client: ImageNodeClient;
  /** Runs one node, by its kind. The engine runs a loop itself. */
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
  /** Continues a run that a reload has interrupted: keeps what is done and rejoins what was under way. */
  resume(): Promise<void>;
  /** Ends the run: cancels images under way on the back end and begins nothing new. */
  cancel(): void;
}

/** Creates an engine. It reads the journal at once, and does nothing until it is started or resumed. */
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
