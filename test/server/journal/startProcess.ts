import { createGenerationRunner, createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage, ImageNodeHandlerOptions, RunStore } from "image-generation-node/server";
import { BASE } from "../testBackend.js";
import { createPollerModels } from "./pollerModels.js";

/** What a process of a deployment has, and how it dies. */
export interface Process {
  /** Asks for an image; by default its end is not waited for. */
  post(body: unknown, key: string, headers?: Record<string, string>): Promise<Response>;
  upload(bytes: Uint8Array): Promise<string>;
  get(id: string): Promise<Response>;
  cancel(id: string): Promise<Response>;
  /** Carries out a run that a queue delivers. */
  deliver(id: string): Promise<void>;
  /** Ends the process: what it asks of run store and storage from now on is never answered, and changes nothing. */
  die(): void;
}

export const SCOPE = "anonymous";

/** Starts one process over run store and storage that outlive it. */
export function startProcess(
  origin: string,
  {
    runs: shared,
    storage: kept = memoryStorage(),
    models = createPollerModels,
    ...more
  }: Partial<ImageNodeHandlerOptions> & { runs: RunStore; models?: typeof createPollerModels | undefined },
): Process {
  let isDead = false;
  const mortal = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        return async (...args: unknown[]) => {
          if (isDead) return new Promise(() => undefined);
          const answer = (await (member as (...all: unknown[]) => unknown).apply(target, args)) as unknown;
          return isDead ? new Promise(() => undefined) : answer;
        };
      },
    });
  const runs = mortal(shared);
  const storage: AttachmentStorage = mortal(kept);
  const options: ImageNodeHandlerOptions = {
    imageModels: models(origin, runs),
    signingSecret: "a secret for tests only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    publicUrl: BASE,
    hooks: { onError: () => undefined },
    ...more,
    runs,
    storage,
  };
  const handler = createImageNodeHandler(options);
  const { dangerouslyAllowAnonymous: _, dispatch: __, ...own } = options;
  const runner = createGenerationRunner(own);
  const ask = (path: string, init?: RequestInit) => handler(new Request(`${BASE}${path}`, init));
  return {
    post: (body, key, more = { Prefer: "respond-async" }) =>
      ask("/generations", {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json", "Idempotency-Key": key, ...more },
      }),
    async upload(bytes) {
      const response = await ask("/attachments", {
        method: "POST",
        body: new Uint8Array(bytes),
        headers: { "Content-Type": "image/png", "Idempotency-Key": "a-picture" },
      });
      return ((await response.json()) as { attachmentId: string }).attachmentId;
    },
    get: (id) => ask(`/generations/${id}`),
    cancel: (id) => ask(`/generations/${id}`, { method: "DELETE" }),
    deliver: (id) => runner.execute({ scope: SCOPE, id }),
    die: () => {
      isDead = true;
    },
  };
}
