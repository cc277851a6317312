import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage } from "image-generation-node/server";
import { isBarePicture } from "../../src/server/png/isBarePicture.js";
import { sniffImage } from "../../src/server/png/sniffImage.js";
import { problemOf } from "./referenceBackend.js";
import { createImage } from "./testBackend.js";
import { createUploadBackend } from "./uploadBackend.js";

/** A photo of a camera that was held upright, with its place and its owner. */
async function createPhoto(format: "jpeg" | "webp" | "png" = "jpeg") {
  const sky = { create: { width: 12, height: 27, channels: 3, background: "#00f" } } as const;
  return sharp(await createImage(48, 27))
    .composite([{ input: await sharp(sky).png().toBuffer(), left: 0, top: 0 }])
    .keepIccProfile()
    .withExif({
      IFD0: { Copyright: "Ada Lovelace", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitude: "0/1 7/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Ada Lovelace</x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .toFormat(format, { quality: 100 })
    .toBuffer();
}

describe("POST /attachments", () => {
  it.each([
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
    ["webp", "image/png"],
  ] as const)("keeps a %s as %s, whatever its Content-Type says", async (format, mimeType) => {
    const backend = createUploadBackend();
    const bytes = await createImage(40, 30, format);
    const kept = await backend.stored(await backend.upload(bytes, { "Content-Type": "text/html" }));
    expect(kept).toMatchObject({ mimeType, type: mimeType, width: 40, height: 30 });
    expect(kept.sizeInKb).toBe(Math.ceil(kept.bytes.byteLength / 1024));
    expect(sniffImage(kept.bytes)?.type).toBe(mimeType.slice("image/".length));
    expect(await backend.storage.stat(kept.attachmentId)).toMatchObject({ scope: "workspace", mimeType });
  });

  it.each(["jpeg", "webp", "png"] as const)(
    "turns a photo upright and keeps nothing of its place and its owner (%s)",
    async (format) => {
      const backend = createUploadBackend();
      const photo = await createPhoto(format);
      expect((await sharp(photo).metadata()).exif).toBeDefined();
      const kept = await backend.stored(await backend.upload(new Uint8Array(photo)));
      expect(kept).toMatchObject({ width: 27, height: 48 });
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(kept.bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
      expect(Buffer.from(kept.bytes).includes("Lovelace")).toBe(false);
      expect(isBarePicture(kept.bytes, kept.mimeType === "image/jpeg" ? "jpeg" : "png")).toBe(true);
      const [red = 0, , blue = 0] = await sharp(kept.bytes).raw().toBuffer();
      expect(blue > red).toBe(true);
    },
  );

  it("keeps nothing that stands behind the picture", async () => {
    const backend = createUploadBackend();
    const secret = new TextEncoder().encode("<script>alert(1)</script> 51.5, -0.1");
    for (const format of ["png", "jpeg"] as const) {
      const polyglot = Buffer.concat([await createImage(8, 8, format), secret]);
      const kept = await backend.stored(await backend.upload(new Uint8Array(polyglot)));
      expect(Buffer.from(kept.bytes).includes("script")).toBe(false);
    }
  });

  const text = (words: string) => async () => new TextEncoder().encode(words);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    [
      "an SVG",
      text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /an SVG\. Save it as PNG/,
    ],
    ["a HEIC photo", async () => new Uint8Array(heic), /a HEIC photo\. Save it as JPEG/],
    ["a GIF", () => createImage(8, 8, "gif"), /a GIF\. Save it as PNG/],
    ["a text that is called a PNG", text("photo.png"), /a text\. Send a PNG/],
    ["an empty body", text(""), /an empty body/],
    ["a web page", text("<!doctype html><p>Sign in</p>"), /a web page/],
    ["a PDF", text("%PDF-1.7"), /a PDF/],
    ["bytes", async () => new Uint8Array([1, 2, 3, 0, 5]), /no picture/],
    ["a PNG that is cut off", async () => (await createImage(64, 64)).subarray(0, 90), /cut off or damaged/],
    [
      "a JPEG that is cut off",
      async () => {
        const noise = {
          width: 64,
          height: 64,
          channels: 3,
          noise: { type: "gaussian", mean: 99, sigma: 60 },
        };
        const bytes = await sharp({ create: { ...noise, background: "#000" } as never })
          .jpeg()
          .toBuffer();
        return new Uint8Array(bytes.subarray(0, bytes.byteLength / 2));
      },
      /cut off or damaged/,
    ],
  ])("refuses %s, says what helps, and stores nothing", async (_name, make, words) => {
    const backend = createUploadBackend();
    const problem = await problemOf(await backend.upload(await make(), { "Content-Type": "image/png" }));
    expect(problem).toMatchObject({ status: 415, kind: "unsupported_media_type", charged: false });
    expect(problem.detail).toMatch(words);
    expect(backend.put).not.toHaveBeenCalled();
  });

  it("refuses a kilobyte that claims 30,000 by 30,000 pixels before it is decoded", async () => {
    const toPng = vi.fn();
    const backend = createUploadBackend({ toPng });
    const bomb = await createImage(8, 8);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 30_000);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(20, 30_000);
    const problem = await problemOf(await backend.upload(bomb));
    expect(problem).toMatchObject({ kind: "payload_too_large", status: 413 });
    expect(problem.detail).toContain("30000 × 30000");
    expect(toPng).not.toHaveBeenCalled();
    expect(backend.put).not.toHaveBeenCalled();
  });

  it("refuses 11 MB, announced or not", async () => {
    const backend = createUploadBackend();
    const large = new Uint8Array(11 * 1024 * 1024);
    large.set(await createImage(8, 8));
    const streamed = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.byteLength; at += 1024 * 1024) {
          controller.enqueue(large.subarray(at, at + 1024 * 1024));
        }
        controller.close();
      },
    });
    const announced = { "Content-Length": String(large.byteLength) };
    for (const answer of [await backend.upload(large, announced), await backend.upload(streamed)]) {
      expect(await problemOf(answer)).toMatchObject({ kind: "payload_too_large", status: 413 });
    }
    const small = createUploadBackend({ references: { maxUploadBytes: 20 } });
    expect((await small.upload(await createImage(8, 8))).status).toBe(413);
    expect(backend.put).not.toHaveBeenCalled();
  });

  it("stores nothing of a body that breaks off, and the picture once it is sent again", async () => {
    const backend = createUploadBackend();
    const bytes = await createImage(64, 64, "jpeg");
    const headers = { "Idempotency-Key": "photo-1" };
    const cut = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytes.subarray(0, 100));
        controller.error(new Error("The connection is lost."));
      },
    });
    expect(await problemOf(await backend.upload(cut, headers))).toMatchObject({ kind: "body_unreadable" });
    expect(backend.put).not.toHaveBeenCalled();
    const first = await backend.stored(await backend.upload(bytes, headers));
    const again = await backend.upload(bytes, headers);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    const { bytes: kept, imageUrl, expiresAt, ...facts } = await backend.stored(again);
    expect(first).toMatchObject(facts);
    expect([kept.byteLength, imageUrl, expiresAt]).toEqual([
      first.bytes.byteLength,
      expect.any(String),
      expect.any(String),
    ]);
    expect(backend.put).toHaveBeenCalledTimes(1);
  });

  it("answers one picture to a key that is sent twice at once, and by another process", async () => {
    const storage = memoryStorage();
    const backend = createUploadBackend({ storage });
    const bytes = await createImage(16, 16);
    const headers = { "Idempotency-Key": "photo-2" };
    const answers = await Promise.all([1, 2, 3].map(() => backend.upload(bytes, headers)));
    const other = createUploadBackend({ storage });
    const all = await Promise.all(
      [...answers, await other.upload(bytes, headers)].map((each) => backend.stored(each)),
    );
    expect(new Set(all.map(({ attachmentId }) => attachmentId)).size).toBe(1);
    expect(backend.put).toHaveBeenCalledTimes(1);
  });

  it("refuses another picture under the same key, and takes the key in another workspace", async () => {
    const backend = createUploadBackend();
    const headers = { "Idempotency-Key": "photo-3" };
    const one = await backend.stored(await backend.upload(await createImage(8, 8), headers));
    const other = await backend.upload(await createImage(9, 9), headers);
    expect(await problemOf(other)).toMatchObject({ kind: "idempotency_mismatch", status: 422 });
    const elsewhere = await backend.upload(await createImage(8, 8), { ...headers, "X-Scope": "other" });
    const { attachmentId } = await backend.stored(elsewhere);
    expect(attachmentId).not.toBe(one.attachmentId);
    expect((await backend.storage.stat(attachmentId))?.scope).toBe("other");
  });

  it("answers the same picture to a key where the storage has ids of its own", async () => {
    const inner = memoryStorage();
    let count = 0;
    const storage: AttachmentStorage = {
      ...inner,
      put: (bytes, details) => inner.put(bytes, { ...details, attachmentId: `file_${(count += 1)}` }),
    };
    const backend = createUploadBackend({ storage });
    const headers = { "Idempotency-Key": "photo-4" };
    const bytes = await createImage(8, 8);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await backend.stored(await backend.upload(bytes, headers))).toMatchObject({
        attachmentId: "file_1",
      });
    }
    expect((await backend.upload(await createImage(9, 9), headers)).status).toBe(422);
  });

  it("needs a key, and says so before it reads the body", async () => {
    const backend = createUploadBackend();
    const pull = vi.fn();
    const answer = await backend.upload(new ReadableStream({ pull }, { highWaterMark: 0 }), {
      "Idempotency-Key": "",
    });
    expect(await problemOf(answer)).toMatchObject({ kind: "idempotency_key_missing" });
    expect(pull).not.toHaveBeenCalled();
  });

  it("is asked of authorize, of the rate and of the origin like a generation", async () => {
    const rateLimit = vi.fn(() => ({ retryAfterMs: 1_000 }));
    const actions: string[] = [];
    const backend = createUploadBackend({
      rateLimit,
      authorize: ({ action, headers }) => {
        actions.push(action);
        const scope = headers.get("X-Scope") ?? "workspace";
        return scope === "nobody" ? null : { scope, subject: "user" };
      },
    });
    const bytes = await createImage(8, 8);
    expect((await backend.upload(bytes, { "X-Scope": "nobody" })).status).toBe(401);
    expect((await backend.upload(bytes)).status).toBe(429);
    expect(rateLimit).toHaveBeenCalledWith({ scope: "workspace", subject: "user", action: "upload" });
    expect((await backend.upload(bytes, { Origin: "https://evil.example" })).status).toBe(403);
    expect(actions).toEqual(["upload", "upload"]);
    expect(backend.put).not.toHaveBeenCalled();
  });

  it("tells a storage that fails, and charges nothing", async () => {
    const storage = { ...memoryStorage(), put: () => Promise.reject(new Error("full")) };
    const problem = await problemOf(await createUploadBackend({ storage }).upload(await createImage(8, 8)));
    expect(problem).toMatchObject({ kind: "storage_failed", charged: false });
  });

  it("keeps a PNG by a host's own converter, and nothing that it leaves in", async () => {
    const toPng = async (bytes: Uint8Array) =>
      new Uint8Array(
        await sharp(bytes)
          .rotate()
          .png()
          .withExif({ IFD0: { Copyright: "Ada" } })
          .toBuffer(),
      );
    const backend = createUploadBackend({ toPng });
    const kept = await backend.stored(await backend.upload(await createImage(8, 8, "jpeg")));
    expect(kept.mimeType).toBe("image/png");
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
  });
});
