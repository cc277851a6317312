import { createOpenAI } from "@ai-sdk/openai";
import type { TelemetryOptions } from "image-generation-node/server";
import { small } from "../server/runHelpers.js";
import { body, createTestBackend } from "../server/testBackend.js";
import type { TestBackend, TestBackendOptions } from "../server/testBackend.js";

export const API_KEY = "sk-test-0123456789abcdefghij";
/** Text that the prompt model writes. */
export const WRITTEN = "A russet vixen under tall pines";

/** Models of the real package `@ai-sdk/openai`, whose service is a function. */
export function createFakeOpenAi(answer?: (url: string) => Response | undefined) {
  const send: typeof fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const own = answer?.(url);
    if (own) return own;
    if (url.endsWith("/chat/completions")) return Response.json(completion());
    const b64_json = Buffer.from(await small()).toString("base64");
    const usage = { input_tokens: 11, output_tokens: 22, total_tokens: 33 };
    return Response.json({ created: 1, data: [{ b64_json }], usage });
  };
  return createOpenAI({
    apiKey: API_KEY,
    baseURL: "https://images.example.test/secret-path/v1",
    fetch: send,
  });
}

const completion = () => ({
  id: "chat_1",
  object: "chat.completion",
  created: 1,
  model: "gpt-5",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content: JSON.stringify({ prompt: WRITTEN }) },
      finish_reason: "stop",
    },
  ],
  usage: { prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 },
});

/** What no trace may hold. */
export const SECRETS = {
  template: "Paint a heron by {{agent.output.structured.subject}} at dusk",
  value: "a red fox",
  key: "key-that-nobody-logs",
};

/** A back end with the real package of a provider behind both stages. */
export function createOpenAiBackend(
  telemetry: TelemetryOptions,
  options: TestBackendOptions = {},
): TestBackend {
  const openai = createFakeOpenAi();
  return createTestBackend({
    imageModels: { image: { model: openai.image("gpt-image-1") } },
    promptModels: { writer: { model: openai.chat("gpt-5") } },
    telemetry,
    ...options,
  });
}

/** A request whose prompt a model writes. */
export const written = body({ prompt: { mode: "prompt_ai", instructions: SECRETS.template } });

/** Sends a request with the key that no trace may hold. */
export const send = (backend: TestBackend, request: unknown = written, headers = {}): Promise<Response> =>
  backend.post("/generations", request, { "Idempotency-Key": SECRETS.key, ...headers });
