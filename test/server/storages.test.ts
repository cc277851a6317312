import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileStorage, memoryStorage, s3Storage } from "image-generation-node/server";
import type { S3StorageOptions } from "image-generation-node/server";
import { bytesOf, describeStorage, detailsOf } from "./storageSuite.js";
import { body, createTestBackend, succeed } from "./testBackend.js";

/** What is used of the S3-protocol server, which brings no types. */
interface S3Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)("@20minutes/s3rver") as new (options: {
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string }[];
}) => S3Server;

const directories: string[] = [];
const newDirectory = () => {
  const directory = mkdtempSync(join(tmpdir(), "imagenode-storage-"));
  directories.push(directory);
  return directory;
};
afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));

describe("memoryStorage", () => {
  const storage = memoryStorage();
  describeStorage(() => storage);
});

describe("fileStorage", () => {
  const directory = newDirectory();
  describeStorage(() => fileStorage(join(directory, "made", "when needed")));

  it("leaves nothing half-written when it cannot write", async () => {
    const blocked = join(newDirectory(), "a file");
    writeFileSync(blocked, "");
    const bytes = bytesOf(10);
    await expect(fileStorage(blocked).put(bytes, await detailsOf(bytes))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });

  it("refuses an id that could leave its directory", async () => {
    const inside = newDirectory();
    const details = await detailsOf(bytesOf(10), { attachmentId: "../out" });
    await expect(fileStorage(join(inside, "pictures")).put(bytesOf(10), details)).rejects.toThrow(RangeError);
    expect(readdirSync(inside)).toEqual([]);
  });
});

describe("s3Storage", () => {
  let server: S3Server;
  let endpoint = "";

  beforeAll(async () => {
    server = new S3rver({
      port: 0,
      address: "127.0.0.1",
      silent: true,
      directory: newDirectory(),
      configureBuckets: [{ name: "pictures" }],
    });
    endpoint = `http://127.0.0.1:${(await server.run()).port}`;
  });
  afterAll(() => server.close());

  const open = (more: Partial<S3StorageOptions> = {}) =>
    s3Storage({
      endpoint,
      bucket: "pictures",
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
      prefix: "für uns/a+b/",
      ...more,
    });
  describeStorage(open);

  it("makes links that work without headers, and for a week at most", async () => {
    const storage = open({ presignLinks: true });
    const bytes = bytesOf(2_000);
    const details = await detailsOf(bytes);
    await storage.put(bytes, details);
    const link = await storage.link?.(details.attachmentId, { ttlSeconds: 30 * 86_400 });
    expect(new URL(link?.imageUrl ?? "").searchParams.get("X-Amz-Expires")).toBe("604800");
    expect(Date.parse(link?.expiresAt ?? "")).toBeLessThanOrEqual(Date.now() + 604_800_000);
    const response = await fetch(link?.imageUrl ?? "");
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(Buffer.compare(new Uint8Array(await response.arrayBuffer()), bytes)).toBe(0);
    const tampered = (link?.imageUrl ?? "").replace("X-Amz-Expires=604800", "X-Amz-Expires=604799");
    expect((await fetch(tampered)).status).toBe(403);
    expect(open().link).toBeUndefined();
  });

  it("keeps images private", async () => {
    const bytes = bytesOf(10);
    const details = await detailsOf(bytes);
    await open({ prefix: "" }).put(bytes, details);
    const requests: Request[] = [];
    const spy = (request: Request) => {
      requests.push(request);
      return fetch(request);
    };
    expect(await open({ prefix: "", fetch: spy }).read(details.attachmentId)).not.toBeNull();
    expect(requests[0]?.headers.get("Authorization")).toMatch(/^AWS4-HMAC-SHA256 /);
    expect(new URL(requests[0]?.url ?? "").pathname).toBe(`/pictures/${details.attachmentId}.png`);
  });

  it.each([
    ["the secret is wrong", { secretAccessKey: "wrong" }, /status 403/],
    ["the bucket is not there", { bucket: "elsewhere" }, /status 404/],
    ["nobody answers", { endpoint: "http://127.0.0.1:1" }, /fetch failed/],
  ])("refuses to say that it stored an image when %s", async (_, more, reason) => {
    const bytes = bytesOf(10);
    await expect(open(more).put(bytes, await detailsOf(bytes))).rejects.toThrow(reason);
  });

  it("gives up on a bucket that takes the request and never answers", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const bytes = bytesOf(10);
    const put = open({ endpoint: `http://127.0.0.1:${port}`, timeoutMs: 200 }).put(
      bytes,
      await detailsOf(bytes),
    );
    await expect(put).rejects.toThrow(/within 200 ms/);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it("says that it could not look, and not that there is nothing", async () => {
    const storage = open({ secretAccessKey: "wrong" });
    await expect(storage.stat("att_1")).rejects.toThrow(/status 403/);
    await expect(storage.read("att_1")).rejects.toThrow(/status 403/);
  });

  it("does not take a foreign object for an image", async () => {
    const foreign = (request: Request) =>
      Promise.resolve(new Response(null, { status: request.url.endsWith(".png") ? 200 : 404 }));
    expect(await open({ fetch: foreign }).stat("att_1")).toBeNull();
  });

  it.each([false, true])("serves a handler from end to end (presigned links: %s)", async (presignLinks) => {
    const backend = createTestBackend({ storage: open({ presignLinks }) });
    const { output, image } = await succeed(await backend.post("/generations", body()));
    const response = presignLinks ? await fetch(output.imageUrl) : await backend.get(output.imageUrl);
    const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
    expect(Buffer.from(digest).toString("hex")).toBe(image.sha256);
    const fresh = await backend.post(`/attachments/${output.attachmentId}/url`, "");
    expect(await fresh.json()).toMatchObject({ imageUrl: expect.stringMatching(/^https?:/) as string });
  });
});
