import sharp from "sharp";
import { expect } from "vitest";
import { createImageNodeConfig, generationSchema } from "image-generation-node/contract";
import type { Generation, ImageNodeConfigOverrides, StreamEvent } from "image-generation-node/contract";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type {
  AttachmentStorage,
  GenerateImageRequest,
  ImageNodeHandlerOptions,
  WritePromptRequest,
} from "image-generation-node/server";

export const BASE = "https://example.test/api/image-node";

/** Encodes a plain image. */
export async function createImage(
  width: number,
  height: number,
  format: "png" | "jpeg" | "webp" | "gif" = "png",
): Promise<Uint8Array> {
  const image = sharp({ create: { width, height, channels: 3, background: "#c96" } });
  return new Uint8Array(await image.toFormat(format).toBuffer());
}

export interface TestBackend {
  handler: (request: Request) => Promise<Response>;
  storage: AttachmentStorage;
  /** What the image model was asked for. */
  images: GenerateImageRequest[];
  /** What the prompt model was asked for. */
  prompts: WritePromptRequest[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  remove(path: string, headers?: Record<string, string>): Promise<Response>;
}

export interface TestBackendOptions extends Partial<ImageNodeHandlerOptions> {
  generate?: ((request: GenerateImageRequest) => Promise<Uint8Array>) | undefined;
  write?: ((request: WritePromptRequest) => Promise<string>) | undefined;
}

/** A handler with one image model and one prompt model that count their calls; the header X-Scope is the scope. */
export function createTestBackend({ generate, write, ...options }: TestBackendOptions = {}): TestBackend {
  const images: GenerateImageRequest[] = [];
  const prompts: WritePromptRequest[] = [];
  const storage = options.storage ?? memoryStorage();
  const handler = createImageNodeHandler({
    imageModels: {
      "test/painter": {
        label: "Painter",
        provider: "test",
        price: { currency: "USD", min: "0.04", max: "0.04" },
        model: {
          generate: (request) => {
            images.push(request);
            return generate ? generate(request) : createImage(request.width, request.height);
          },
        },
      },
    },
    promptModels: {
      "test/writer": {
        label: "Writer",
        model: {
          write: async (request) => {
            prompts.push(request);
            return write ? write(request) : "A red fox in the snow";
          },
        },
      },
    },
    signingSecret: "a secret for tests only, long enough to be taken",
    authorize: ({ headers }) => {
      const scope = headers.get("X-Scope") ?? "workspace";
      return scope === "nobody" ? null : { scope, subject: "user" };
    },
    publicUrl: BASE,
    hooks: { onError: () => undefined },
    ...options,
    storage,
  });
  const send = (path: string, init: RequestInit) =>
    handler(new Request(path.startsWith("http") ? path : `${BASE}${path}`, init));
  return {
    handler,
    storage,
    images,
    prompts,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    remove: (path, headers = {}) => send(path, { method: "DELETE", headers }),
  };
}

export const VARIABLES = {
  trigger: { output: { style: "noir" } },
  agent: { output: { structured: { subject: "a red fox", mood: "calm" } } },
};

/** A body of `POST /generations`. */
export function body(config: ImageNodeConfigOverrides = {}, rest: Record<string, unknown> = {}) {
  return {
    config: createImageNodeConfig({ ...config, prompt: { template: "A red fox", ...config.prompt } }),
    variables: VARIABLES,
    context: { workflowRunId: "run_1", nodeId: "n4" },
    ...rest,
  };
}

/** Reads an event stream to its end. */
export async function readEvents(response: Response): Promise<StreamEvent[]> {
  const text = await response.text();
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("event:"))
    .map((block) => {
      const [, event = "", data = ""] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      return { event, data: JSON.parse(data) as unknown } as StreamEvent;
    });
}

/** A promise that is settled from outside. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** The real one, also in a test that holds the clocks. */
const { setTimeout: wait } = globalThis;

/** Waits until a condition holds; how long that takes is the machine's affair. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => wait(resolve, 5));
  }
  throw new Error("The condition never held.");
}

/** Reads the answer of a generation that succeeded, by the contract. */
export async function succeed(response: Response): Promise<Generation> {
  expect(response.status).toBe(200);
  return generationSchema.parse(await response.json());
}
