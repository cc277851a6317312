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
    signingSecret: "a secret for tests only, long enough to be taken",
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

/** The same JPEG with an Exif block that says how its camera was held. */
function held(bytes: Uint8Array, orientation: number): Uint8Array {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...bytes.subarray(2)]);
}

it("turns an image as its camera was held, and takes its shape from that", async () => {
  const handler = createImageNodeHandler({
    imageModels: { painter: { model: { generate: async () => held(await jpeg(320, 180), 6) } } },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    publicUrl: `${location.origin}/api/image-node`,
  });
  const response = await handler(
    new Request(`${location.origin}/api/image-node/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
      body: JSON.stringify({
        config: createImageNodeConfig({ prompt: { template: "A fox" }, aspectRatio: "portrait" }),
      }),
    }),
  );
  const { output, image, warnings } = (await response.json()) as Generation;
  expect([image.width, image.height, warnings]).toEqual([180, 320, []]);
  const bitmap = await createImageBitmap(await (await handler(new Request(output.imageUrl))).blob());
  const context = new OffscreenCanvas(180, 320).getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  // The bar that lay at its top stands at the right.
  const [red = 0, green = 255] = context?.getImageData(175, 160, 1, 1).data ?? [];
  expect(red).toBeGreaterThan(green);
});

it("refuses what the browser cannot decode", async () => {
  const damaged = (await jpeg(64, 64)).subarray(0, 200);
  const handler = createImageNodeHandler({
    imageModels: { painter: { model: { generate: async () => damaged } } },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
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
