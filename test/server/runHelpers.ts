import { expect, onTestFinished, vi } from "vitest";
import { generationStatusSchema } from "image-generation-node/contract";
import type { GenerationStatus } from "image-generation-node/contract";
import { body, createTestBackend, deferred, createImage, until } from "./testBackend.js";
import type { TestBackend } from "./testBackend.js";

/** An image that is quick to make. */
export const small = () => createImage(16, 16);
/** A model that fails as a provider does. */
export const failure = (statusCode: number) => () =>
  Promise.reject(Object.assign(new Error("secret words"), { statusCode }));

/** Reads a run, by the contract. */
export async function statusOf(backend: TestBackend, id: string, headers = {}): Promise<GenerationStatus> {
  const response = await backend.get(`/generations/${id}`, headers);
  expect(response.status).toBe(200);
  return generationStatusSchema.parse(await response.json());
}

/** Starts a generation that stands in the image model until it is told to go on. */
export async function startSlow(options: Parameters<typeof createTestBackend>[0] = {}) {
  const gate = deferred<Uint8Array>();
  const backend = createTestBackend({ generate: () => gate.promise, ...options });
  const response = await backend.post("/generations", body(), {
    Prefer: "respond-async",
    "Idempotency-Key": "slow",
  });
  const { id } = (await response.clone().json()) as { id: string };
  await until(() => backend.images.length === 1);
  return { backend, gate, response, id };
}

/** Starts a generation and comes back at once; `ended` waits for its end. */
export async function startAsync(backend: TestBackend, request: unknown = body()) {
  const response = await backend.post("/generations", request, { Prefer: "respond-async" });
  const { id } = (await response.json()) as { id: string };
  const ended = async (): Promise<GenerationStatus> => {
    await until(async () => !["queued", "running"].includes((await statusOf(backend, id)).status));
    return statusOf(backend, id);
  };
  return { id, ended };
}

/** Holds the back end's clocks for the rest of the test; `pass` lets time go by. Real work has all the time it needs. */
export function holdClocks(): { pass: (ms: number) => Promise<unknown> } {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  return { pass: (ms) => vi.advanceTimersByTimeAsync(ms) };
}
