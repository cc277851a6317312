import type * as Server from "../../src/server/index.ts";
import { forgetfulStorage } from "../scale/forgetfulStorage.ts";

const BASE = "https://bench.example/api/image-node";

/** A model that takes its time and draws nothing: what is measured is everything around it. */
export interface BenchBackend {
  /** The bare call, in about so many milliseconds. */
  model(delay: number): Promise<Uint8Array>;
  /** The call through the handler as it is deployed: checks, template, run store, PNG, hash, storage, link, JSON. */
  handle(delay: number): Promise<void>;
}

/** @param entry the bundled back end's URL */
export async function createBenchBackend(
  entry: string,
  picture: Uint8Array,
  kept?: Server.RunStore,
): Promise<BenchBackend> {
  const { createImageNodeHandler, memoryRunStore } = (await import(entry)) as typeof Server;
  const model = async (delay: number) => {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return new Uint8Array(picture);
  };
  const handler = createImageNodeHandler({
    // The prompt tells how long, so that each call takes what its caller subtracts.
    imageModels: { "bench/model": { model: { generate: ({ content }) => model(parseFloat(content)) } } },
    storage: forgetfulStorage,
    runs: kept ?? memoryRunStore({ maxRuns: 500 }),
    signingSecret: "for measuring only, long enough to be taken",
    authorize: () => ({ scope: "bench", subject: "bench" }),
    publicUrl: BASE,
  });
  return {
    model,
    async handle(delay) {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
      const body = JSON.stringify(requestWith(delay));
      const response = await handler(new Request(`${BASE}/generations`, { method: "POST", headers, body }));
      const result = (await response.json()) as { status?: unknown };
      if (result.status !== "succeeded") throw new Error(`The handler answered ${JSON.stringify(result)}`);
    },
  };
}

function requestWith(delay: number): unknown {
  return {
    config: {
      version: 1,
      prompt: {
        mode: "manual",
        template: "{{trigger.output.delay}} ms of a {{trigger.output.style}} cat, row {{item.output.row}}",
        instructions: "",
      },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "watercolor",
    },
    variables: { trigger: { output: { delay, style: "noir" } }, item: { output: { row: 7 } } },
    context: { workflowRunId: "run_1", nodeId: "n4", iteration: [7] },
  };
}
