import sharp from "sharp";
import type * as Server from "../../src/server/index.ts";

const BASE = "https://bench.example/api/image-node";

/** Milliseconds of one call of the model, as fast as the fastest real ones, never twice the same. */
export const modelDelay = () => 100 + Math.random() * 200;

/** A model that takes its time and draws nothing: what is measured is everything around it. */
export interface BenchBackend {
  /** The bare call. */
  model(): Promise<Uint8Array>;
  /** The call through the handler: checks, run store, storage, signing, JSON. */
  handle(): Promise<void>;
}

/** Keeps nothing, so that what grows is the handler's. */
const FORGETFUL: Server.AttachmentStorage = {
  put: async (_, { attachmentId }) => ({ attachmentId }),
  stat: async () => null,
  read: async () => null,
};

/**
 * @param converts whether pictures are decoded and encoded anew, which depends on the picture and not on the handler
 * @param forgets whether pictures are kept nowhere
 */
export async function createBenchBackend(
  entry: string,
  options: { side: number; converts: boolean; forgets: boolean; delay: () => number },
): Promise<BenchBackend> {
  const { createImageNodeHandler, memoryRunStore, memoryStorage } = (await import(entry)) as typeof Server;
  const { side } = options;
  const noise = { type: "gaussian" as const, mean: 128, sigma: 24 };
  const drawn = await sharp({ create: { width: side, height: side, channels: 3, background: "#c96", noise } })
    .blur(2)
    .png()
    .toBuffer();
  const model = async () => {
    const delay = options.delay();
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return new Uint8Array(drawn);
  };
  const handler = createImageNodeHandler({
    imageModels: { "bench/model": { model: { generate: model } } },
    storage: options.forgets ? FORGETFUL : memoryStorage({ maxBytes: 32 * 1024 * 1024 }),
    runs: memoryRunStore({ maxRuns: 500 }),
    signingSecret: "for measuring only",
    authorize: () => ({ scope: "bench", subject: "bench" }),
    publicUrl: BASE,
    ...(options.converts ? {} : { toPng: async (bytes: Uint8Array) => bytes }),
  });
  const sent = JSON.stringify({
    config: {
      version: 1,
      prompt: {
        mode: "manual",
        template: "A {{trigger.output.style}} cat, row {{item.output.currentIndex}}",
        instructions: "",
      },
      imageModel: null,
      promptModel: null,
      aspectRatio: "square",
      style: "watercolor",
    },
    variables: { trigger: { output: { style: "noir" } }, item: { output: { currentIndex: 7 } } },
    context: { workflowRunId: "run_1", nodeId: "n4", iteration: [7] },
  });
  return {
    model,
    async handle() {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
      const response = await handler(
        new Request(`${BASE}/generations`, { method: "POST", headers, body: sent }),
      );
      const result = (await response.json()) as { status?: unknown };
      if (result.status !== "succeeded") throw new Error(`The handler answered ${JSON.stringify(result)}`);
    },
  };
}
