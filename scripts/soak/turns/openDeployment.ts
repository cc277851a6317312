import { createImageNodeConfig } from "image-generation-node/contract";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import {
  consumeGenerations,
  createGenerationQueue,
  createGenerationWorker,
} from "image-generation-node/server/queue";
import type { GenerationConsumerOptions, SharedRunStore } from "image-generation-node/server/queue";
import { createPng } from "image-generation-node/testing";

const PICTURE = createPng({ width: 16, height: 16 });
const BASE = "http://127.0.0.1/api/image-node";

/** Options of {@link openDeployment}. */
export interface DeploymentOptions extends GenerationConsumerOptions {
  readonly runs: SharedRunStore;
  readonly modelMs: number;
  readonly maxQueueMs: number;
}

/** A handler and a worker over one database, with a model that takes a fixed time. */
export async function openDeployment({ runs, modelMs, maxQueueMs, ...queueOptions }: DeploymentOptions) {
  const shared = {
    runs,
    imageModels: {
      painter: {
        provider: "soak",
        model: {
          async generate() {
            await new Promise((resolve) => setTimeout(resolve, modelMs));
            return PICTURE;
          },
        },
      },
    },
    storage: memoryStorage(),
    publicUrl: BASE,
    limits: { maxQueueMs },
    hooks: { onError: () => undefined },
  };
  const queue = createGenerationQueue(queueOptions);
  const handler = createImageNodeHandler({
    ...shared,
    signingSecret: "a secret for soaks only, long enough to be taken",
    authorize: ({ headers }) => ({ scope: headers.get("X-Scope") ?? "", subject: "soak" }),
    dispatch: queue.dispatch,
  });
  const body = JSON.stringify({
    config: createImageNodeConfig({ prompt: { template: "A red fox" } }),
    variables: {},
    context: { workflowRunId: "run", nodeId: "node" },
  });
  const consumer = await consumeGenerations(createGenerationWorker(shared), queueOptions);
  return {
    /** Asks for an image, and resolves with the answer. */
    generate: (scope: string, headers: Record<string, string> = {}) =>
      handler(
        new Request(`${BASE}/generations`, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": crypto.randomUUID(),
            "X-Scope": scope,
            ...headers,
          },
          body,
        }),
      ),
    async close() {
      await consumer.close();
      await queue.close();
    },
  };
}
