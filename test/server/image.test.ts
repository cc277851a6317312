import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import type { AspectRatio } from "image-generation-node/contract";
import { sniffImage } from "../../src/server/png/sniffImage.js";
import { body, createTestBackend, createImage, succeed } from "./testBackend.js";

describe("the image", () => {
  it.each(["jpeg", "webp", "gif"] as const)("is a PNG when the model answers with a %s", async (format) => {
    const backend = createTestBackend({ generate: () => createImage(320, 320, format) });
    const { output } = await succeed(await backend.post("/generations", body()));
    const response = await backend.get(output.imageUrl);
    expect(sniffImage(new Uint8Array(await response.arrayBuffer()))).toEqual({
      type: "png",
      width: 320,
      height: 320,
    });
  });

  it("is cut in the middle when its shape is not the asked one, and a warning says so", async () => {
    const backend = createTestBackend({ generate: () => createImage(1536, 1024) });
    const { image, warnings } = await succeed(
      await backend.post("/generations", body({ aspectRatio: "landscape" })),
    );
    expect(image).toMatchObject({ width: 1536, height: 864 });
    expect(warnings).toMatchObject([{ code: "cropped", params: { from: "1536x1024", to: "1536x864" } }]);
  });

  it.each<[AspectRatio, number, number, object[]]>([
    ["portrait", 27, 48, []],
    ["landscape", 27, 15, [{ code: "cropped", params: { from: "27x48", to: "27x15" } }]],
  ])("of a camera held upright stands upright, and fits %s", async (aspectRatio, width, height, warnings) => {
    const sky = { create: { width: 12, height: 27, channels: 3, background: "#00f" } } as const;
    const held = await sharp(await createImage(48, 27))
      .composite([{ input: await sharp(sky).png().toBuffer(), left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
      .toBuffer();
    const backend = createTestBackend({ generate: async () => new Uint8Array(held) });
    const generation = await succeed(await backend.post("/generations", body({ aspectRatio })));
    expect(generation.image).toMatchObject({ width, height });
    expect(generation.warnings).toMatchObject(warnings);
    const shown = await (await backend.get(generation.output.imageUrl)).arrayBuffer();
    const [red = 0, , blue = 0] = await sharp(shown).raw().toBuffer();
    expect(blue > red).toBe(aspectRatio === "portrait");
  });

  it("is left alone within two percent", async () => {
    const backend = createTestBackend({ generate: () => createImage(1792, 1024) });
    const { image, warnings } = await succeed(
      await backend.post("/generations", body({ aspectRatio: "landscape" })),
    );
    expect(image).toMatchObject({ width: 1792, height: 1024 });
    expect(warnings).toEqual([]);
  });

  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
  const truncated = async () => (await createImage(64, 64)).subarray(0, 60);
  const bomb = async () => {
    const bytes = await createImage(8, 8);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 20_000);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 20_000);
    return bytes;
  };
  it.each([
    ["an SVG", async () => svg, "bad_image"],
    ["HTML", async () => new TextEncoder().encode("<html>Bad gateway</html>"), "bad_image"],
    ["a damaged PNG", truncated, "bad_image"],
    ["too many pixels", bomb, "bad_image"],
    ["no bytes", async () => new Uint8Array(), "no_image"],
    ["something else", async () => "text" as never, "no_image"],
  ])("is refused when it is %s", async (_, generate, kind) => {
    const response = await createTestBackend({ generate }).post("/generations", body());
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ kind, charged: null, retryable: false });
  });

  it.each([
    ["pixels", { maxPixels: 64 * 64 - 1 }],
    ["bytes", { maxImageBytes: 50 }],
  ])("is refused for its %s before anything decodes it", async (_, limits) => {
    const toPng = vi.fn(async (bytes: Uint8Array) => bytes);
    const backend = createTestBackend({ generate: () => createImage(64, 64), limits, toPng });
    expect(await (await backend.post("/generations", body())).json()).toMatchObject({ kind: "bad_image" });
    expect(toPng).not.toHaveBeenCalled();
  });

  it("is refused when a converter of the host's own makes no PNG of it", async () => {
    const backend = createTestBackend({
      generate: () => createImage(8, 8, "jpeg"),
      toPng: async (bytes) => bytes,
    });
    expect(await (await backend.post("/generations", body())).json()).toMatchObject({ kind: "bad_image" });
  });
});
