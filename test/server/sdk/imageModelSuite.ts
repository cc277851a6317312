import { describe, expect, it, vi } from "vitest";
import type { Catalog, Generation } from "image-generation-node/contract";
import type { ImageModelEntry } from "image-generation-node/server";
import { body, createTestBackend, until } from "../testBackend.js";
import { holdClocks, startAsync } from "../runHelpers.js";
import { PROVIDER_WORDS, imageAnswer, refused } from "./Sdk.js";
import type { ImageCall, Sdk } from "./Sdk.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What an image model of either major is asked, and what becomes of its answers. */
export function imageModelSuite(name: string, sdk: Sdk): void {
  const backendWith = (
    doGenerate: ImageCall,
    modelId = "gpt-image-1",
    entry: Partial<ImageModelEntry> = {},
    options: Parameters<typeof createTestBackend>[0] = {},
  ) => {
    const calls = vi.fn(doGenerate);
    const model = new sdk.ImageModel({ provider: "openai.image", modelId, doGenerate: calls });
    const imageModels = { [`openai/${modelId}`]: { model, ...entry } };
    return { calls, backend: createTestBackend({ imageModels, ...options }) };
  };

  describe(`${name}: an image model`, () => {
    it("is asked once, for the size of its family, and its image is cut to the ratio", async () => {
      const { calls, backend } = backendWith(() =>
        imageAnswer(1536, 1024, {
          providerMetadata: { openai: { images: [{ revisedPrompt: "A very red fox" }] } },
        }),
      );
      const generation = (await (
        await backend.post("/generations", body({ aspectRatio: "landscape", style: "sketch" }))
      ).json()) as Generation;
      expect(calls).toHaveBeenCalledTimes(1);
      expect(calls.mock.calls[0]?.[0]).toMatchObject({
        prompt: "A red fox. Style: pencil sketch, hand-drawn line art",
        n: 1,
        size: "1536x1024",
        aspectRatio: undefined,
      });
      expect(generation.image).toMatchObject({ width: 1536, height: 864 });
      expect(generation.stages?.revised).toBe("A very red fox");
      expect(generation.warnings).toMatchObject([{ code: "cropped" }]);
      expect(generation.output.path).toMatch(/-openai\.png$/);
    });

    it("is asked for the ratio where its family takes one, or for what its entry says", async () => {
      const { calls, backend } = backendWith(() => imageAnswer(1408, 768), "ratios", {
        geometry: { landscape: { aspectRatio: "16:9" } },
      });
      await backend.post("/generations", body({ aspectRatio: "landscape" }));
      expect(calls.mock.calls[0]?.[0]).toMatchObject({ size: undefined, aspectRatio: "16:9" });
      const own = backendWith(() => imageAnswer(512, 512), "own", {
        geometry: { square: { size: "512x512" } },
      });
      await own.backend.post("/generations", body());
      expect(own.calls.mock.calls[0]?.[0]).toMatchObject({ size: "512x512" });
      const response = await own.backend.post("/generations", body({ aspectRatio: "portrait" }));
      expect(await response.json()).toMatchObject({
        kind: "invalid_request",
        errors: [{ pointer: "#/config/aspectRatio" }],
      });
    });

    it("shows in the catalog what it delivers", async () => {
      const { backend } = backendWith(() => imageAnswer(8, 8));
      const { imageModels } = (await (await backend.get("/catalog")).json()) as Catalog;
      expect(imageModels).toMatchObject([
        {
          id: "openai/gpt-image-1",
          provider: "openai",
          aspectRatios: { landscape: { width: 1536, height: 864, fit: "crop" } },
        },
      ]);
    });

    it.each([
      ["a server error", 500, 502, "provider_error", null],
      ["a rate limit", 429, 429, "rate_limited", false],
      ["rejected credentials", 401, 500, "provider_misconfigured", false],
    ])("is never asked again by itself after %s, and nothing that it said is shown", async (...row) => {
      const [, providerStatus, status, kind, charged] = row;
      const { calls, backend } = backendWith(() => Promise.reject(refused(sdk, providerStatus)));
      const response = await backend.post("/generations", body());
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(JSON.parse(text)).toMatchObject({ kind, charged, stage: "image" });
      expect(text).not.toContain(PROVIDER_WORDS.slice(0, 17));
      expect(text).not.toContain("sk-proj");
      expect(calls).toHaveBeenCalledTimes(1);
    });

    it.each([
      ["is called so", {}, "no_image"],
      ["with mild ratings is called so", { safety: [{ probability: "NEGLIGIBLE" }] }, "no_image"],
      [
        "because its input was blocked counts as blocked",
        { blockReason: "PROHIBITED_CONTENT" },
        "content_blocked",
      ],
      [
        "because its output was blocked counts as blocked",
        { finishReason: "IMAGE_SAFETY" },
        "content_blocked",
      ],
    ])("that answers without an image %s", async (_, metadata, kind) => {
      const response = { timestamp: new Date(), modelId: "mock", headers: {}, body: metadata };
      const providerMetadata = { google: { images: [], ...metadata } };
      const { calls, backend } = backendWith(async () => ({
        images: [],
        warnings: [],
        providerMetadata,
        response,
      }));
      const answer = await backend.post("/generations", body());
      expect(await answer.json()).toMatchObject({ kind, charged: null, stage: "image" });
      expect(calls).toHaveBeenCalledTimes(1);
    });

    it.each([
      ["nsfw", { nsfw: true }],
      ["has_nsfw_concepts", { has_nsfw_concepts: [true] }],
    ])("that flags its image by %s counts as blocked", async (_, flag) => {
      const { backend } = backendWith(() =>
        imageAnswer(8, 8, { providerMetadata: { fal: { images: [flag] } } }),
      );
      expect(await (await backend.post("/generations", body())).json()).toMatchObject({
        kind: "content_blocked",
        charged: null,
      });
    });

    it("whose flag says that its image is safe has drawn", async () => {
      const { backend } = backendWith(() =>
        imageAnswer(8, 8, { providerMetadata: { fal: { images: [{ nsfw: false }] } } }),
      );
      expect((await backend.post("/generations", body())).status).toBe(200);
    });

    it.each([
      ["HTML", "<!doctype html><title>Sign in</title>"],
      ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'],
    ])("that labels %s as a PNG has drawn nothing usable", async (_, text) => {
      const { backend } = backendWith(async () => ({
        ...(await imageAnswer(8, 8)),
        images: [bytesOf(text)],
      }));
      expect(await (await backend.post("/generations", body())).json()).toMatchObject({
        kind: "bad_image",
        charged: null,
        retryable: false,
      });
    });

    it("warns in our words, and only of the setting that was sent", async () => {
      const { backend } = backendWith(() =>
        imageAnswer(1024, 1024, {
          warnings: [
            { type: "unsupported", feature: "size", details: "words of the provider" },
            { type: "unsupported", feature: "aspectRatio", details: "use size" },
            { type: "other", message: "words of the provider" },
          ],
        }),
      );
      const text = await (await backend.post("/generations", body())).text();
      expect((JSON.parse(text) as Generation).warnings).toMatchObject([
        { code: "unsupported_setting", params: { setting: "size" } },
      ]);
      expect(text).not.toContain("words of the provider");
    });

    it("that ignores its signal while it polls cannot outlast the deadline", async () => {
      const { pass } = holdClocks();
      const poll = async (): Promise<never> => {
        for (;;) await new Promise((resolve) => setTimeout(resolve, 5_000));
      };
      const { calls, backend } = backendWith(poll, "slow");
      const answer = backend.post("/generations", body());
      await until(() => calls.mock.calls.length === 1);
      await pass(60_000);
      expect(await (await answer).json()).toMatchObject({ kind: "timeout", charged: null, stage: "image" });
    });

    it.each(["the deadline", "a cancel"])("that heeds its signal ends as %s says", async (by) => {
      const heed: ImageCall = ({ abortSignal }) =>
        new Promise((_, reject) => {
          const abort = () => reject(new DOMException("This operation was aborted", "AbortError"));
          abortSignal?.addEventListener("abort", abort);
        });
      const { pass } = holdClocks();
      const { calls, backend } = backendWith(heed, "quick");
      const { id, ended } = await startAsync(backend);
      await until(() => calls.mock.calls.length === 1);
      if (by === "a cancel") await backend.remove(`/generations/${id}`);
      else await pass(60_000);
      const { problem } = await ended();
      expect(problem).toMatchObject({ kind: by === "a cancel" ? "cancelled" : "timeout", charged: null });
    });

    it("that aborts by itself has failed, and nobody knows whether it charged", async () => {
      const { backend } = backendWith(() =>
        Promise.reject(new DOMException("This operation was aborted", "AbortError")),
      );
      expect(await (await backend.post("/generations", body())).json()).toMatchObject({
        kind: "provider_error",
        charged: null,
        retryable: false,
      });
    });
  });
}
