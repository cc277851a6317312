import type { GenerateOptions, ImageNodeClient } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import type { Catalog, Generation, GenerationRequest } from "image-generation-node/contract";
import { catalog, generationOf } from "./samples.js";

/** One call of `generate`, to be ended by the test. */
export interface FakeRun {
  request: GenerationRequest;
  options: GenerateOptions;
  succeed: (generation?: Generation) => void;
  fail: (error: ImageNodeError) => void;
}

/** A client in memory. Runs stay open until the test ends them; calls are counted. */
export function createFakeClient(answers: { catalog?: () => Promise<Catalog> } = {}) {
  const runs: FakeRun[] = [];
  const calls = { catalog: 0, refreshUrl: 0, cancel: [] as string[] };
  const client: ImageNodeClient = {
    catalog() {
      calls.catalog += 1;
      return answers.catalog?.() ?? Promise.resolve(catalog);
    },
    generate: (request, options = {}) =>
      new Promise((resolve, reject) => {
        runs.push({
          request,
          options,
          succeed: (generation = generationOf()) => resolve(generation),
          fail: reject,
        });
        options.signal?.addEventListener("abort", () => reject(options.signal?.reason as Error));
      }),
    async cancel(id) {
      calls.cancel.push(id);
      runs.at(-1)?.fail(new ImageNodeError({ kind: "cancelled", charged: false, id }));
    },
    async refreshUrl() {
      calls.refreshUrl += 1;
      return {
        imageUrl: "https://pictures.example/fresh.png",
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      };
    },
    previewPrompt: unsupported,
    get: unsupported,
    rejoin: unsupported,
    upload: unsupported,
    generateMany: unsupported,
  };
  const run = () => {
    const last = runs.at(-1);
    if (!last) throw new Error("Nothing was generated yet.");
    return last;
  };
  return { client, runs, run, calls };
}

function unsupported(): Promise<never> {
  return Promise.reject(new ImageNodeError({ kind: "unsupported" }));
}
