import { describe, expect, it } from "vitest";
import { catalogSchema } from "image-generation-node/contract";
import type { Catalog } from "image-generation-node/contract";
import { createTestBackend, createImage } from "./testBackend.js";

describe("GET /catalog", () => {
  it("tells what the workspace offers, by the contract's schema", async () => {
    const response = await createTestBackend().get("/catalog");
    expect(response.status).toBe(200);
    expect(response.headers.get("Image-Generation-Contract")).toBe("1");
    expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
    const catalog = catalogSchema.parse(await response.json());
    expect(catalog.imageModels).toEqual([
      {
        id: "test/painter",
        label: "Painter",
        provider: "test",
        kind: "ai",
        maxPromptLength: 4000,
        partialImages: false,
        price: { currency: "USD", min: "0.04", max: "0.04" },
        aspectRatios: {
          square: { width: 1024, height: 1024, fit: "exact" },
          landscape: { width: 1536, height: 864, fit: "exact" },
          portrait: { width: 864, height: 1536, fit: "exact" },
        },
      },
    ]);
    expect(catalog.promptModels).toEqual([
      { id: "test/writer", label: "Writer", provider: "test", kind: "ai" },
    ]);
    expect(catalog.modes).toEqual(["manual", "prompt_ai", "auto"]);
    expect(catalog.styles).toHaveLength(10);
    expect(catalog.styles[4]).toEqual({
      id: "watercolor",
      label: "Watercolor",
      description: "Soft edges, artistic paper texture",
    });
    expect(catalog.limits).toEqual({
      timeoutMs: 60_000,
      maxQueueMs: 30_000,
      maxBodyBytes: 524_288,
      urlTtlSeconds: 604_800,
    });
    expect(catalog.defaults).toEqual({ imageModel: "test/painter", promptModel: "test/writer" });
    expect(catalog.features).toEqual({
      stream: true,
      prompts: true,
      runs: true,
      templates: "server",
      variables: ["inline"],
    });
  });

  it("answers 304 to the entity tag that it gave, and anew when the catalog changed", async () => {
    const backend = createTestBackend();
    const etag = (await backend.get("/catalog")).headers.get("ETag") ?? "";
    const again = await backend.get("/catalog", { "If-None-Match": `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
    expect(again.headers.get("Image-Generation-Contract")).toBe("1");
    const other = createTestBackend({ styles: [{ id: "brand" }] });
    expect((await other.get("/catalog", { "If-None-Match": etag })).status).toBe(200);
  });

  it("differs by scope, and says that there is no model where there is none", async () => {
    const model = { generate: () => createImage(8, 8) };
    const backend = createTestBackend({
      imageModels: (scope) =>
        scope === "rich" ? { "fine/one": { model }, "fine/two": { model, deprecated: true } } : {},
      promptModels: {},
      defaults: { imageModel: "fine/gone" },
    });
    const rich = (await (await backend.get("/catalog", { "X-Scope": "rich" })).json()) as Catalog;
    expect(rich.imageModels.map(({ id, deprecated }) => [id, deprecated])).toEqual([
      ["fine/one", undefined],
      ["fine/two", true],
    ]);
    expect(rich.defaults.imageModel).toBe("fine/one");
    const poor = (await (await backend.get("/catalog", { "X-Scope": "poor" })).json()) as Catalog;
    expect(poor).toMatchObject({
      imageModels: [],
      modes: ["manual"],
      defaults: { imageModel: null, promptModel: null },
    });
  });

  it("answers HEAD without a body", async () => {
    const { handler } = createTestBackend();
    const response = await handler(new Request("https://example.test/catalog", { method: "HEAD" }));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });
});

describe("GET /openapi.json", () => {
  it("describes the operations", async () => {
    const document = (await (await createTestBackend().get("/openapi.json")).json()) as Record<
      string,
      unknown
    >;
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) as string });
  });
});
