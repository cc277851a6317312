import { createOpenAI } from "@ai-sdk/openai";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import type { ModelSettings } from "image-generation-node/contract";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import type { ConformanceContext } from "image-generation-node/testing";
import { listen } from "../../src/cli/listen.js";
import { createMockProvider } from "../../src/cli/mock-provider/createMockProvider.js";

type Handler = (request: Request) => Promise<Response>;

/** What {@link startBackend} takes. */
export interface StartOptions {
  /** Options of the handler that differ. */
  handler?: Partial<ImageNodeHandlerOptions> | undefined;
  /** Breaks the handler on purpose. */
  break?: ((good: Handler) => Handler) | undefined;
}

/** A setting of every kind that a back end can refuse a value of. */
const SETTINGS: ModelSettings = {
  properties: {
    quality: { type: "string", enum: ["low", "medium", "high"], default: "medium" },
    seed: { type: "integer", minimum: 0, maximum: 9999 },
    guidance: { type: "number", minimum: 0, maximum: 10, multipleOf: 0.5, default: 3.5 },
    negative_prompt: { type: "string", maxLength: 200 },
    tiled: { type: "boolean", default: false },
  },
  order: ["quality", "seed"],
};
const PRICE = [
  { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19" },
  { currency: "USD", min: "0.04", max: "0.07" },
];

/** Workspace whose account pays no run. */
const EMPTY = "empty";

/** Our handler with the SDK's OpenAI models, which call a mock provider: everything over real HTTP on 127.0.0.1. */
export async function startBackend(given: StartOptions | ((providerOrigin: string) => StartOptions) = {}) {
  const provider = createMockProvider();
  const providerServer = await listen(provider.handler);
  const options = typeof given === "function" ? given(providerServer.origin) : given;
  const openai = createOpenAI({ baseURL: `${providerServer.origin}/v1`, apiKey: "test" });
  let handler: Handler = async () => new Response(null, { status: 503 });
  const server = await listen((request) => handler(request));
  const baseUrl = `${server.origin}/api/image-node`;
  const good = createImageNodeHandler({
    imageModels: {
      "openai/gpt-image-2": {
        model: openai.image("gpt-image-2"),
        label: "GPT Image 2",
        provider: "openai",
        settings: SETTINGS,
        price: PRICE,
        call: ({ quality }) => ({ providerOptions: { openai: { quality } } }),
      },
      "openai/gpt-image-1": {
        model: openai.image("gpt-image-1"),
        settings: { properties: { steps: { type: "integer", minimum: 1 } } },
        call: () => ({}),
      },
    },
    promptModels: { "openai/gpt-5-mini": { model: openai.chat("gpt-5-mini"), label: "GPT-5 mini" } },
    storage: memoryStorage(),
    signingSecret: "a-secret-of-the-tests, long enough to be taken",
    publicUrl: baseUrl,
    authorize: ({ headers }) => {
      const scope = /^Bearer (\w+)$/.exec(headers.get("Authorization") ?? "")?.[1];
      return scope ? { scope, subject: "tester" } : null;
    },
    limits: { timeoutMs: 14_000 },
    spending: {
      reserve: ({ id, scope }) =>
        scope === EMPTY ? { ok: false, kind: "credits_exhausted" } : { ok: true, token: id },
      settle: () => undefined,
      credits: ({ scope }) => ({
        left: scope === EMPTY ? 0 : 12.5,
        unit: "USD",
        resetsAt: "2031-01-01T00:00:00Z",
      }),
    },
    hooks: { onError: () => {} },
    ...options.handler,
  });
  handler = options.break?.(good) ?? good;
  const context: ConformanceContext = {
    fetch,
    baseUrl,
    headers: { Authorization: "Bearer first" },
    otherScopeHeaders: { Authorization: "Bearer second" },
    noCreditsHeaders: { Authorization: `Bearer ${EMPTY}` },
    provider: { calls: async () => provider.calls },
  };
  return {
    baseUrl,
    context,
    providerOrigin: providerServer.origin,
    close: async () => {
      await server.close();
      await providerServer.close();
    },
  };
}
