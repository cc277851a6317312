import type { ImageNodeClient } from "image-generation-node/client";
import type { Executor } from "./executor.js";
import { createJournal } from "./createJournal.js";
import type { JournalStorage } from "./createJournal.js";
import { createRunStore } from "./createRunStore.js";
import { runWorkflow } from "./runWorkflow.js";
import { ALONE } from "./Tabs.js";
import type { Tabs } from "./Tabs.js";
import type { NodeKind, RunMode, RunState, Workflow } from "./types.js";

/** Options of {@link createEngine}. */
export interface EngineOptions {
  client: ImageNodeClient;
  /** Runs one node, by its kind. The engine runs a loop itself. */
  executors: Readonly<Record<Exclude<NodeKind, "loop">, Executor>>;
  /** Lets a run survive a reload. @default none */
  storage?: JournalStorage | undefined;
  /** Tabs that share the storage. @default this one alone */
  tabs?: Tabs | undefined;
}

/** Others read the whole journal at each word of it. */
const NEWS_PACE_MS = 200;

/** Runs one workflow at a time. */
export interface Engine {
  getSnapshot(): RunState;
  subscribe(listener: () => void): () => void;
  /**
   * Starts a run; resolves when it has ended, and never rejects. Ignored while one runs, in this tab or another.
   *
   * @param mode "test" uses the pinned pictures and pays nothing for them. "real" by default.
   */
  start(workflow: Workflow, mode?: RunMode): Promise<void>;
  /**
   * Continues a run that a reload has interrupted: keeps what is done and rejoins what was under way. While another tab
   * carries it out, this one follows, and takes over where that one ends before the run does.
   */
  resume(): Promise<void>;
  /** Ends the run: cancels images under way on the back end and begins nothing new. */
  cancel(): void;
}

/** Creates an engine. It reads the journal at once, and does nothing until it is started or resumed. */
export function createEngine({ client, executors, storage, tabs = ALONE }: EngineOptions): Engine {
  const store = createRunStore(createJournal(storage));
  let controller: AbortController | undefined;
  let isFollowing = false;

  /** Carries a run out while this tab holds the lock. */
  async function go(workflow: Workflow, own: AbortController): Promise<void> {
    let isTold = true;
    const tell = setInterval(() => {
      if (!isTold) tabs.tell("changed");
      isTold = true;
    }, NEWS_PACE_MS);
    const leave = [
      store.subscribe(() => (isTold = false)),
      tabs.listen((news) => news === "cancel" && abort(own)),
      () => clearInterval(tell),
    ];
    try {
      await runWorkflow({ workflow, store, client, executors, signal: own.signal });
    } finally {
      leave.forEach((end) => end());
    }
  }

  /** Does work that only one run of this tab may do at a time. */
  async function alone(work: (own: AbortController) => Promise<void>): Promise<void> {
    const own = new AbortController();
    controller = own;
    try {
      await work(own);
    } finally {
      controller = undefined;
    }
  }

  const getInterrupted = () => {
    const { status, workflow } = store.getSnapshot();
    return status === "running" ? workflow : undefined;
  };

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    async start(workflow, mode = "real") {
      if (controller || isFollowing) return;
      await alone(async (own) => {
        const isOurs = await tabs.ifFree(async () => {
          const id = `run_${crypto.randomUUID()}`;
          store.begin({ id, status: "running", mode, startedAt: Date.now(), nodes: {}, log: [], workflow });
          await go(workflow, own);
        });
        if (!isOurs) store.log("Another tab runs a workflow. Wait for its end, or stop it there.", "warn");
      });
    },
    async resume() {
      if (controller || isFollowing || !getInterrupted()) return;
      isFollowing = true;
      const leave = tabs.listen((news) => news === "changed" && store.reread());
      await tabs.whenFree(async () => {
        leave();
        isFollowing = false;
        store.reread();
        const workflow = getInterrupted();
        if (!workflow) return;
        store.log("The page was reloaded: the run goes on where it was.", "warn");
        await alone((own) => go(workflow, own));
      });
    },
    cancel() {
      if (controller) abort(controller);
      else if (isFollowing) tabs.tell("cancel");
    },
  };
}

function abort(run: AbortController): void {
  run.abort(new DOMException("The run was cancelled.", "AbortError"));
}
