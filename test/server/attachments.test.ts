import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { fileStorage, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage } from "image-generation-node/server";
import type { Generation } from "image-generation-node/contract";
import { body, createTestBackend, createImage } from "./testBackend.js";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "image-node-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const DETAILS = { scope: "a", context: {}, name: "1-x.png", sha256: "00", attachmentId: "att_1" };

describe.each<[string, () => AttachmentStorage]>([
  ["memoryStorage", () => memoryStorage()],
  ["fileStorage", () => fileStorage(join(directory, "made", "when", "needed"))],
])("%s", (_, create) => {
  it("keeps bytes and what is known of them", async () => {
    const storage = create();
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await storage.put(bytes, DETAILS)).toEqual({ attachmentId: "att_1" });
    expect(await storage.stat("att_1")).toEqual({
      scope: "a",
      name: "1-x.png",
      sha256: "00",
      sizeInBytes: 3,
      deleted: false,
    });
    expect(new Uint8Array((await storage.read("att_1")) ?? [])).toEqual(bytes);
  });

  it("knows the difference between deleted and never there", async () => {
    const storage = create();
    await storage.put(new Uint8Array([1]), DETAILS);
    await storage.delete?.("att_1");
    await storage.delete?.("att_2");
    expect(await storage.stat("att_1")).toMatchObject({ deleted: true });
    expect(await storage.read("att_1")).toBeNull();
    expect(await storage.stat("att_2")).toBeNull();
    expect(await storage.read("att_2")).toBeNull();
  });
});

describe("memoryStorage", () => {
  it("drops the oldest images when it is full", async () => {
    const storage = memoryStorage({ maxBytes: 10 });
    for (const attachmentId of ["att_1", "att_2", "att_3"])
      await storage.put(new Uint8Array(4), { ...DETAILS, attachmentId });
    expect(await storage.stat("att_1")).toMatchObject({ deleted: true });
    expect(await storage.stat("att_3")).toMatchObject({ deleted: false });
  });
});

describe("fileStorage", () => {
  it("leaves no half-written files behind", async () => {
    const storage = fileStorage(directory);
    await Promise.all(Array.from({ length: 8 }, () => storage.put(new Uint8Array(10_000), DETAILS)));
    expect((await readdir(directory)).sort()).toEqual(["att_1.json", "att_1.png"]);
  });

  it("survives a restart", async () => {
    await fileStorage(directory).put(new Uint8Array([7]), DETAILS);
    expect(await fileStorage(directory).read("att_1")).toHaveLength(1);
  });

  it.each(["../secret", "a/b", "a\\b", "", ".", "a\0b"])("makes no path of %j", async (attachmentId) => {
    const storage = fileStorage(directory);
    expect(await storage.stat(attachmentId)).toBeNull();
    expect(await storage.read(attachmentId)).toBeNull();
    await expect(storage.put(new Uint8Array(1), { ...DETAILS, attachmentId })).rejects.toThrow(RangeError);
  });
});

describe("GET /attachments/{id}", () => {
  async function stored(options: Parameters<typeof createTestBackend>[0] = {}) {
    const backend = createTestBackend({
      generate: () => createImage(16, 16),
      storage: fileStorage(directory),
      ...options,
    });
    const { output } = (await (await backend.post("/generations", body())).json()) as Generation;
    return { backend, output, url: new URL(output.imageUrl) };
  }

  it("serves the image to anyone who has the link, and safely", async () => {
    const { backend, output } = await stored();
    const response = await backend.get(output.imageUrl, { "X-Scope": "nobody" });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": `inline; filename="${output._metadata.name}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "access-control-allow-origin": "*",
      "image-generation-contract": "1",
    });
    const etag = response.headers.get("ETag") ?? "";
    expect((await backend.get(output.imageUrl, { "If-None-Match": etag })).status).toBe(304);
  });

  it("answers HEAD with the same headers and no body", async () => {
    const { backend, output } = await stored();
    const whole = await (await backend.get(output.imageUrl)).arrayBuffer();
    // A range belongs to GET alone: a head speaks of the whole image.
    for (const headers of [{}, { Range: "bytes=4-9" }, { Range: "bytes=999999-" }] as Record<
      string,
      string
    >[]) {
      const response = await backend.handler(new Request(output.imageUrl, { method: "HEAD", headers }));
      expect(response.status).toBe(200);
      expect(Number(response.headers.get("Content-Length"))).toBe(whole.byteLength);
      expect(response.headers.get("Accept-Ranges")).toBe("bytes");
      expect((await response.arrayBuffer()).byteLength).toBe(0);
    }
  });

  it("serves a part where one is asked for, so that a cut download goes on", async () => {
    const { backend, output } = await stored();
    const whole = new Uint8Array(await (await backend.get(output.imageUrl)).arrayBuffer());
    const part = await backend.get(output.imageUrl, { Range: "bytes=4-9" });
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe(`bytes 4-9/${whole.byteLength}`);
    expect(part.headers.get("Content-Length")).toBe("6");
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(4, 10));
    const beyond = await backend.get(output.imageUrl, { Range: `bytes=${whole.byteLength}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("Content-Range")).toBe(`bytes */${whole.byteLength}`);
    expect((await backend.get(output.imageUrl, { Range: "bytes=4-9", "If-Range": '"other"' })).status).toBe(
      200,
    );
  });

  it.each<[string, (url: URL) => void]>([
    ["another end", (url) => url.searchParams.set("exp", "9999999999")],
    [
      "a cut signature",
      (url) => url.searchParams.set("sig", (url.searchParams.get("sig") ?? "").slice(0, -1)),
    ],
    ["no query", (url) => (url.search = "")],
    ["a doubled parameter", (url) => url.searchParams.append("exp", url.searchParams.get("exp") ?? "")],
    [
      "another attachment",
      (url) => (url.pathname = url.pathname.replace(/att_.*/, "att_AAAAAAAAAAAAAAAAAAAAAA")),
    ],
    ["a path upwards", (url) => (url.pathname = url.pathname.replace(/att_.*/, "..%2F..%2Fsecret"))],
  ])("refuses a link with %s", async (_, tamper) => {
    const { backend, url } = await stored();
    tamper(url);
    const response = await backend.get(url.href);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ kind: "bad_signature" });
  });

  it("says of an expired link that it has ended, and of a deleted image that it is gone", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const expired = await stored({ limits: { urlTtlSeconds: 1 } });
    vi.setSystemTime(Date.now() + 1_000);
    expect(await (await expired.backend.get(expired.url.href)).json()).toMatchObject({
      status: 410,
      kind: "link_expired",
    });
    const deleted = await stored();
    await deleted.backend.storage.delete?.(deleted.output.attachmentId);
    const response = await deleted.backend.get(deleted.url.href);
    expect(response.status).toBe(410);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await response.json()).toMatchObject({ kind: "attachment_deleted" });
    const head = await deleted.backend.handler(new Request(deleted.url, { method: "HEAD" }));
    expect(head.status).toBe(410);
  });

  it("gives a fresh link to the image's workspace only", async () => {
    const { backend, output } = await stored();
    const path = `/attachments/${output.attachmentId}/url`;
    const response = await backend.post(path, "");
    expect(response.status).toBe(200);
    const { imageUrl, expiresAt } = (await response.json()) as { imageUrl: string; expiresAt: string };
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect((await backend.get(imageUrl)).status).toBe(200);
    expect((await backend.post(path, "", { "X-Scope": "other" })).status).toBe(404);
    expect((await backend.post("/attachments/att_nope/url", "")).status).toBe(404);
    await backend.storage.delete?.(output.attachmentId);
    expect(await (await backend.post(path, "")).json()).toMatchObject({
      status: 410,
      kind: "attachment_deleted",
    });
  });

  it("leaves links to a storage that makes its own", async () => {
    const storage: AttachmentStorage = {
      ...memoryStorage(),
      link: async (attachmentId) => ({
        imageUrl: `blob:${attachmentId}`,
        expiresAt: "2030-01-01T00:00:00.000Z",
      }),
    };
    const { backend, output } = await stored({ storage });
    expect(output.imageUrl).toBe(`blob:${output.attachmentId}`);
    expect(await (await backend.post(`/attachments/${output.attachmentId}/url`, "")).json()).toEqual({
      imageUrl: output.imageUrl,
      expiresAt: "2030-01-01T00:00:00.000Z",
    });
  });
});
