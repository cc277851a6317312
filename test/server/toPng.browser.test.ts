import { expect, it } from "vitest";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";

async function jpeg(width: number, height: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#0a0";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#a00";
  context.fillRect(0, 0, width, height / 8);
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
}

it("runs in a page: the canvas encodes a PNG and cuts the middle out", async () => {
  const handler = createImageNodeHandler({
    imageModels: { painter: { model: { generate: () => jpeg(600, 600) } } },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only",
    dangerouslyAllowAnonymous: true,
    publicUrl: `${location.origin}/api/image-node`,
  });
  const response = await handler(
    new Request(`${location.origin}/api/image-node/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
      body: JSON.stringify({
        config: createImageNodeConfig({ prompt: { template: "A fox" }, aspectRatio: "landscape" }),
      }),
    }),
  );
  const { output, image } = (await response.json()) as Generation;
  expect(image).toMatchObject({ width: 600, height: 338 });
  const stored = await handler(new Request(output.imageUrl));
  const bitmap = await createImageBitmap(await stored.blob());
  expect([bitmap.width, bitmap.height]).toEqual([600, 338]);
  const context = new OffscreenCanvas(600, 338).getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const [red = 255, green = 0] = context?.getImageData(300, 2, 1, 1).data ?? [];
  expect(green).toBeGreaterThan(red);
});

it("refuses what the browser cannot decode", async () => {
  const damaged = (await jpeg(64, 64)).subarray(0, 200);
  const handler = createImageNodeHandler({
    imageModels: { painter: { model: { generate: async () => damaged } } },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only",
    dangerouslyAllowAnonymous: true,
    publicUrl: `${location.origin}/api/image-node`,
  });
  const response = await handler(
    new Request(`${location.origin}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
      body: JSON.stringify({ config: createImageNodeConfig({ prompt: { template: "A fox" } }) }),
    }),
  );
  expect(await response.json()).toMatchObject({ kind: "bad_image", status: 502 });
});
