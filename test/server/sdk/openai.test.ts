import { createOpenAI } from "@ai-sdk/openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listen } from "../../../src/cli/listen.js";
import type { Listening } from "../../../src/cli/listen.js";
import { PROVIDER_SECRET } from "../../../src/cli/mock-provider/providerError.js";
import { createMockProvider } from "../../../src/cli/mock-provider/createMockProvider.js";
import { holdClocks, startAsync } from "../runHelpers.js";
import { body, createTestBackend, succeed, until } from "../testBackend.js";
import type { TestBackendOptions } from "../testBackend.js";

let server: Listening;
let calls: readonly { kind: string; size?: string | undefined; prompt: string }[];

beforeAll(async () => {
  const provider = createMockProvider();
  calls = provider.calls;
  server = await listen(provider.handler);
});
afterAll(() => server.close());
beforeEach(async () => void (await fetch(`${server.origin}/calls`, { method: "DELETE" })));

/** A back end with OpenAI's models, whose requests go to the local server. */
function openaiBackend(options: TestBackendOptions = {}, apiKey = "sk-our-own-key-1234567890") {
  const openai = createOpenAI({ apiKey, baseURL: `${server.origin}/v1` });
  return createTestBackend({
    imageModels: {
      "openai/gpt-image-1": { model: openai.image("gpt-image-1") },
      "openai/gpt-image-2.5": { model: openai.image("gpt-image-2.5-flare") },
    },
    promptModels: {
      "openai/gpt-5": { model: openai("gpt-5") },
      "openai/chat": { model: openai.chat("gpt-5") },
    },
    ...options,
  });
}

const ask = (marker: string) => body({ prompt: { template: `A red fox [[${marker}]]` } });

describe("@ai-sdk/openai over HTTP", () => {
  it.each([
    ["openai/gpt-image-1", "1536x1024", ["cropped"]],
    ["openai/gpt-image-2.5", "1536x864", []],
  ])("draws with %s in the size of its family", async (imageModel, size, warnings) => {
    const generation = await succeed(
      await openaiBackend().post("/generations", body({ imageModel, aspectRatio: "landscape" })),
    );
    expect(calls).toMatchObject([{ kind: "image", size, prompt: "A red fox" }]);
    expect(generation.image).toMatchObject({ width: 1536, height: 864 });
    expect(generation.warnings?.map(({ code }) => code)).toEqual(warnings);
  });

  it.each(["openai/gpt-5", "openai/chat"])(
    "writes with %s, then draws what was written",
    async (promptModel) => {
      const generation = await succeed(
        await openaiBackend().post("/generations", body({ prompt: { mode: "auto" }, promptModel })),
      );
      expect(generation.output.prompt).toMatch(/^A calm image/);
      expect(calls.map(({ kind }) => kind)).toEqual(["prompt", "image"]);
    },
  );

  it.each([
    ["moderation", 422, "content_blocked", false, false],
    ["rejected", 422, "provider_rejected", false, false],
    ["429", 429, "rate_limited", false, true],
    ["402", 402, "credits_exhausted", false, false],
    ["401", 500, "provider_misconfigured", false, false],
    ["500", 502, "provider_error", null, false],
    ["503", 502, "provider_error", null, false],
    ["cut", 502, "provider_error", null, false],
    ["empty", 502, "no_image", null, false],
    ["html", 502, "bad_image", null, false],
    ["svg", 502, "bad_image", null, false],
    ["huge", 502, "bad_image", null, false],
  ])("names the outcome of [[%s]], asks once, and shows nothing of the provider", async (...row) => {
    const [marker, status, kind, charged, retryable] = row;
    const onError = vi.fn();
    const response = await openaiBackend({ hooks: { onError } }).post("/generations", ask(marker));
    const text = await response.text();
    expect(response.status).toBe(status);
    // What is no image is noticed where it should become one.
    const stage = kind === "bad_image" ? "store" : "image";
    expect(JSON.parse(text)).toMatchObject({ kind, charged, retryable, stage });
    expect(text + [...response.headers].join()).not.toContain(PROVIDER_SECRET);
    expect(JSON.stringify(onError.mock.calls)).not.toContain(PROVIDER_SECRET);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ kind, stage }));
    expect(calls).toHaveLength(1);
  });

  it("passes on how long to wait", async () => {
    const response = await openaiBackend().post("/generations", ask("429"));
    expect(response.headers.get("Retry-After")).toBe("2");
  });

  it("makes a PNG of a JPEG", async () => {
    const { output } = await succeed(await openaiBackend().post("/generations", ask("jpeg")));
    expect(output._metadata.mimeType).toBe("image/png");
  });

  it("ends at the deadline, while the provider is still slow", async () => {
    const { pass } = holdClocks();
    const answer = openaiBackend().post("/generations", ask("slow:600000"));
    await until(() => calls.length === 1);
    await pass(60_000);
    expect(await (await answer).json()).toMatchObject({ kind: "timeout", charged: null });
  });

  it("ends with a cancel, while the provider is still slow", async () => {
    const backend = openaiBackend();
    const { id, ended } = await startAsync(backend, ask("slow:5000"));
    await until(() => calls.length === 1);
    await backend.remove(`/generations/${id}`);
    expect(await ended()).toMatchObject({ status: "cancelled", problem: { charged: null } });
  });

  it.each([
    ["writer-refuses", "prompt_failed", 1],
    ["writes-nothing", "prompt_failed", 1],
    ["prompt-500", "provider_error", 2],
  ])("pays no image when the writer answers [[%s]]", async (marker, kind, times) => {
    const config = { prompt: { mode: "prompt_ai" as const, instructions: `A fox [[${marker}]]` } };
    const response = await openaiBackend().post("/generations", body(config));
    expect(await response.json()).toMatchObject({ kind, charged: false, stage: "prompt" });
    expect(calls.map((call) => call.kind)).toEqual(Array.from({ length: times }, () => "prompt"));
  });

  it("says that the provider is misconfigured when there is no key, and that nothing was charged", async () => {
    const response = await openaiBackend({}, " ").post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "provider_misconfigured", charged: false });
  });

  it("charges nothing when nobody listens at the provider's address", async () => {
    const gone = await listen(async () => new Response());
    await gone.close();
    const openai = createOpenAI({ apiKey: "sk-our-own-key-1234567890", baseURL: `${gone.origin}/v1` });
    const backend = openaiBackend({ imageModels: { gone: { model: openai.image("gpt-image-2") } } });
    expect(await (await backend.post("/generations", body())).json()).toMatchObject({
      kind: "provider_error",
      charged: false,
      retryable: true,
    });
  });
});
