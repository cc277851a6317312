import { createImageNodeHandler, memoryRunStore, memoryStorage } from "image-generation-node/server";
import { createPng } from "image-generation-node/testing";
import { parentPort, workerData } from "node:worker_threads";
import { listen } from "../../../src/cli/listen.js";
import { chunkyPng, exifBlocks, webp } from "../../../test/hostile/absurdImages.js";

const PARTIALS = 20;
const SETTINGS = {
  properties: { quality: { type: "string", enum: ["low", "high"] }, seed: { type: "integer" } },
} as const;

/**
 * Serves a handler on this machine whose models answer with hostile images; the header X-Scope is the scope. For a
 * thread of its own: tells its parent the origin, and writes the time into shared memory as often as its event loop lets
 * it.
 */
async function startTarget(): Promise<void> {
  const plain = createPng({ width: 64, height: 64 });
  const images = { plain, exif: exifBlocks(10_000), chunks: chunkyPng(2_400_000), frames: webp(100_000) };
  const models = Object.entries(images).map(
    ([id, bytes]) => [id, { model: { generate: async () => bytes }, settings: SETTINGS }] as const,
  );
  const partial = createPng({ width: 512, height: 512 });
  const base = "/api/image-node";
  let handler: (request: Request) => Promise<Response> = async () => new Response();
  const listening = await listen((request) => handler(request));
  handler = createImageNodeHandler({
    imageModels: {
      ...Object.fromEntries(models),
      partials: {
        partialImages: true,
        model: {
          generate: async ({ onPartialImage }) => {
            for (let index = 0; index < PARTIALS; index += 1) onPartialImage?.(partial);
            return plain;
          },
        },
      },
    },
    promptModels: { writer: { model: { write: async () => "A red fox" } } },
    runs: memoryRunStore({ maxRuns: 500 }),
    storage: memoryStorage(),
    signingSecret: "for soaking only, at least 32 characters",
    authorize: ({ headers }) => {
      const scope = headers.get("X-Scope") ?? "soak";
      return scope === "none" ? null : { scope, subject: "soak" };
    },
    publicUrl: `${listening.origin}${base}`,
    hooks: { onError: () => undefined },
  });
  const beat = workerData as Float64Array;
  setInterval(() => {
    beat[0] = Date.now();
  }, 5);
  parentPort?.postMessage(listening.origin);
}

await startTarget();
