import { createGateway } from "@ai-sdk/gateway";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Generation } from "image-generation-node/contract";
import { body, createImage, createTestBackend } from "../testBackend.js";
import { gateway } from "./cases/gateway.js";
import { expectUnsent } from "./expectUnsent.js";
import { API_KEY, PROMPT, PROVIDER_WORDS, base64, json } from "./ProviderCase.js";
import { providerSuite } from "./providerSuite.js";

providerSuite(gateway);

describe("@ai-sdk/gateway", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  it("sends nothing without a key", async () => {
    for (const name of ["AI_GATEWAY_API_KEY", "VERCEL_OIDC_TOKEN"]) vi.stubEnv(name, undefined);
    await expectUnsent(createGateway({}).image("openai/gpt-image-1.5"));
  });

  it.each([
    ["an image", async () => json(200, { images: [base64(await createImage(1536, 1024))] }), {}],
    [
      "a wrong key",
      async () => json(401, { error: { message: PROVIDER_WORDS, type: "authentication_error" } }),
      { kind: "provider_misconfigured", charged: false },
    ],
    [
      "an empty account",
      async () => json(402, { error: { message: PROVIDER_WORDS, type: "insufficient_funds" } }),
      { kind: "credits_exhausted", charged: false },
    ],
    [
      "a block by the vendor",
      async () =>
        json(200, { images: [], providerMetadata: { google: { images: [], finishReason: "RECITATION" } } }),
      { kind: "content_blocked", charged: null },
    ],
  ])("asks for an id alone, and reads %s", async (_, answer, problem) => {
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)));
      return answer();
    });
    // The SDK asks this one for a model that is an id.
    vi.stubGlobal("AI_SDK_DEFAULT_PROVIDER", createGateway({ apiKey: API_KEY }));
    const backend = createTestBackend({ imageModels: { "the/model": { model: "openai/gpt-image-1.5" } } });
    const config = { aspectRatio: "landscape", prompt: { template: PROMPT } } as const;
    const response = await backend.post("/generations", body(config));
    expect(sent).toEqual([expect.objectContaining({ size: "1536x1024" })]);
    const answered = (await response.json()) as Generation;
    expect(answered).toMatchObject(
      Object.keys(problem).length > 0 ? problem : { image: { width: 1536, height: 864 } },
    );
  });
});
