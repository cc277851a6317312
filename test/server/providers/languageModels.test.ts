import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { createAzure } from "@ai-sdk/azure";
import { createGoogle } from "@ai-sdk/google";
import { createGoogleVertex } from "@ai-sdk/google-vertex";
import { createFireworks } from "@ai-sdk/fireworks";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createTogetherAI } from "@ai-sdk/togetherai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findProvider } from "../../../src/server/models/providers/providers.js";
import type { SdkModel } from "../../../src/server/models/ModelEntry.js";
import { holdClocks } from "../runHelpers.js";
import { body, createTestBackend, until } from "../testBackend.js";
import { amazonBedrock } from "./cases/amazonBedrock.js";
import { azure } from "./cases/azure.js";
import { google } from "./cases/google.js";
import { openai } from "./cases/openai.js";
import { API_KEY, PROVIDER_WORDS } from "./ProviderCase.js";
import type { ProviderCase } from "./ProviderCase.js";

const baseURL = "http://127.0.0.1:1";

/** Language model of a package, its case, and the names of the three refusals there. */
interface LanguageModelCase {
  readonly model: SdkModel;
  readonly provider: ProviderCase;
  readonly wrongKey: string;
  readonly limit: string;
  readonly emptyAccount: string;
}

const CASES: readonly LanguageModelCase[] = [
  {
    model: createOpenAI({ apiKey: API_KEY, baseURL })("gpt-5"),
    provider: openai,
    wrongKey: "a wrong key",
    limit: "a minute's limit whose text links to the billing page",
    emptyAccount: "an empty account",
  },
  {
    model: createGoogle({ apiKey: API_KEY, baseURL })("gemini-2.5-flash"),
    provider: google,
    wrongKey: "a wrong key, which is a 400",
    limit: "a minute's limit whose text names the billing",
    emptyAccount: "prepaid credits that are used up",
  },
  {
    model: createAzure({ apiKey: API_KEY, baseURL })("writer"),
    provider: azure,
    wrongKey: "a wrong key",
    limit: "a limit with a wait in its text",
    emptyAccount: "an empty account",
  },
  {
    model: createAmazonBedrock({ apiKey: API_KEY, region: "us-east-1", baseURL })("amazon.nova-lite-v1:0"),
    provider: amazonBedrock,
    wrongKey: "a wrong key",
    limit: "a limit with a wait",
    emptyAccount: "an account that cannot pay",
  },
];

describe("a language model", () => {
  it("of an OpenAI-compatible service is read by its file, and one of a package on top of it by that package's", () => {
    const proxy = createOpenAICompatible({ name: "proxy", baseURL });
    expect(findProvider(proxy("any")).name).toBe("OpenAI-compatible services");
    expect(findProvider(createFireworks({ apiKey: API_KEY, baseURL })("any")).name).toBe("Fireworks");
    expect(findProvider(createTogetherAI({ apiKey: API_KEY, baseURL })("any")).name).toBe("Together.ai");
  });

  afterEach(() => vi.unstubAllGlobals());

  const ask = async (model: SdkModel, answer: () => Response) => {
    const sent = vi.fn(() => Promise.resolve(answer()));
    vi.stubGlobal("fetch", sent);
    const { pass } = holdClocks();
    const backend = createTestBackend({ promptModels: { "the/writer": { model } } });
    const answered = backend.post("/prompts", body({ prompt: { mode: "auto" } }));
    // It is asked once more after a limit, when its wait is over.
    await until(() => sent.mock.calls.length > 0);
    await pass(40_000);
    const text = await (await answered).text();
    expect(text).not.toMatch(new RegExp(`${API_KEY}|${PROVIDER_WORDS}`));
    return JSON.parse(text) as Record<string, unknown>;
  };

  for (const { model, provider, wrongKey, limit, emptyAccount } of CASES) {
    it.each([
      [wrongKey, "provider_misconfigured"],
      [limit, "rate_limited"],
      [emptyAccount, "credits_exhausted"],
    ])(`of ${provider.provider.packageName} reads %s as %s`, async (name, kind) => {
      const refusal = provider.refusals.find((each) => each.name === name);
      if (!refusal) throw new Error(`There is no refusal ${name}.`);
      expect(refusal.kind).toBe(kind);
      const problem = await ask(model, refusal.answer);
      expect(problem).toMatchObject({ kind, charged: false, stage: "prompt" });
      expect(problem.retryAfterMs).toBe(refusal.retryAfterMs);
    });
  }

  const unsigned = () => Promise.reject(new Error("Could not load the default credentials."));
  it.each([
    [
      "@ai-sdk/amazon-bedrock",
      createAmazonBedrock({ region: "us-east-1", credentialProvider: unsigned })("amazon.nova-lite-v1:0"),
    ],
    ["@ai-sdk/google-vertex", createGoogleVertex({ apiKey: API_KEY, headers: unsigned })("gemini-2.5-flash")],
  ])("of %s without credentials is the host's mistake", async (_, model) => {
    const sent = vi.fn();
    vi.stubGlobal("fetch", sent);
    const backend = createTestBackend({ promptModels: { "the/writer": { model } } });
    const response = await backend.post("/prompts", body({ prompt: { mode: "auto" } }));
    expect(await response.json()).toMatchObject({ kind: "provider_misconfigured", charged: false });
    expect(sent).not.toHaveBeenCalled();
  });
});
