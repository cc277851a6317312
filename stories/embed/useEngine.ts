import type { GenerationStorage, ImageNodeClient } from "image-generation-node/client";
import { useRef, useState } from "react";
import type { Runs } from "./createRuns.js";
import { drawInStore } from "./drawInStore.js";
import type { Flow } from "./flow.js";
import { listRuns } from "./listRuns.js";
import { runFlow } from "./runFlow.js";
import type { FlowRun } from "./runFlow.js";
import { sendImages } from "./sendImages.js";

const KEY = "flow-run";

export interface EngineOptions {
  flow: Flow;
  client: ImageNodeClient;
  runs: Runs;
  storage: GenerationStorage;
  upload: (file: File) => Promise<void>;
}

/** Runs the workflow, and tells how far it is. */
export function useEngine({ flow, client, runs, storage, upload }: EngineOptions) {
  const [words, say] = useState("");
  const [isRunning, setRunning] = useState(false);
  const controller = useRef<AbortController | null>(null);

  async function go(): Promise<void> {
    const own = new AbortController();
    controller.current = own;
    const run: FlowRun = { id: `run_${crypto.randomUUID()}`, outputs: {}, items: {} };
    setRunning(true);
    say("Running …");
    try {
      await runFlow(flow, run, {
        client,
        draw: drawInStore(runs),
        send: (_node, outputs) => sendImages(client, outputs, upload),
        save(kept) {
          storage.setItem(KEY, JSON.stringify(kept));
          const items = listRuns(Object.values(kept.items).flat());
          const done = items.filter(({ status }) => status === "succeeded").length;
          if (items.length > 0) say(`${done} of ${items.length} items`);
        },
        signal: own.signal,
      });
      say("Done.");
    } catch (error) {
      say(own.signal.aborted ? "Stopped." : `Failed: ${String(error)}`);
    } finally {
      setRunning(false);
    }
  }
  return { words, isRunning, run: () => void go(), stop: () => controller.current?.abort() };
}
