import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import type { UploadProgress } from "image-generation-node/client";
import { createTestClient, json, problem, refuse, startFaultServer, text } from "./faultServer.js";
import { createSampleCatalog } from "./samples.js";

const PICTURE = new Blob(["bytes of a picture"], { type: "image/png" });
const KEPT = {
  attachmentId: "att_photo",
  mimeType: "image/png",
  width: 64,
  height: 48,
  sizeInKb: 1,
  imageUrl: "https://images.example.com/att_photo",
};

/** Catalog of a back end that takes uploads of few bytes. */
function createOffer(uploads = true, maxUploadBytes = 1000) {
  const catalog = createSampleCatalog({ uploads });
  return { ...catalog, limits: { ...catalog.limits, maxUploadBytes } };
}

describe("upload", () => {
  it("sends the bytes as they are, with their type, the key and the host's headers", async () => {
    const server = await startFaultServer();
    server.answer(json(201, KEPT));
    const { client } = createTestClient({ baseUrl: server.baseUrl, headers: { "X-Workspace": "w1" } });
    expect(await client.upload(PICTURE, { idempotencyKey: "photo-1" })).toEqual(KEPT);
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({
      method: "POST",
      path: "/api/attachments",
      key: "photo-1",
      body: "bytes of a picture",
    });
    expect(server.seen[0]?.headers).toMatchObject({ "content-type": "image/png", "x-workspace": "w1" });
  });

  it("is repeated with the same key and bytes after a lost connection, and says so", async () => {
    const server = await startFaultServer();
    server.answer(refuse, json(201, KEPT));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    const progress: UploadProgress[] = [];
    await client.upload(PICTURE, { onProgress: (each) => progress.push(each) });
    const [first, second] = server.seen;
    expect(server.seen).toHaveLength(2);
    expect(first?.key).toBeTruthy();
    expect(second?.key).toBe(first?.key);
    expect(second?.body).toBe("bytes of a picture");
    expect(progress).toEqual([
      { attempt: 1, sentBytes: 0, totalBytes: 18 },
      { attempt: 2, sentBytes: 0, totalBytes: 18 },
      { attempt: 2, sentBytes: 18, totalBytes: 18 },
    ]);
  });

  it("is not repeated after a refusal that will not change", async () => {
    const server = await startFaultServer();
    server.answer(
      problem(415, { kind: "unsupported_media_type", charged: false, detail: "An SVG is none." }),
    );
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.upload(PICTURE)).rejects.toMatchObject({
      kind: "unsupported_media_type",
      message: expect.stringContaining("SVG") as string,
    });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    [404, text(404, "Not Found")],
    [405, text(405, "")],
    [404, problem(404, { kind: "not_found", charged: false, detail: "There is nothing here." })],
  ])("says that the back end takes none where it answers %i", async (_, answer) => {
    const server = await startFaultServer();
    server.answer(answer);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.upload(PICTURE)).rejects.toMatchObject({ kind: "unsupported", charged: false });
  });

  it.each([
    ["takes none", createOffer(false), "unsupported"],
    ["takes smaller ones", createOffer(true, 17), "payload_too_large"],
  ])("sends nothing where the catalog says that the back end %s", async (_, catalog, kind) => {
    const server = await startFaultServer();
    server.answer(json(201, KEPT));
    const client = createClient({ baseUrl: server.baseUrl, catalog });
    await expect(client.upload(PICTURE)).rejects.toMatchObject({ kind, charged: false });
    expect(server.seen).toHaveLength(0);
  });

  it("takes a picture of exactly the most bytes", async () => {
    const server = await startFaultServer();
    server.answer(json(201, KEPT));
    const client = createClient({ baseUrl: server.baseUrl, catalog: createOffer(true, 18) });
    await expect(client.upload(PICTURE)).resolves.toEqual(KEPT);
  });

  it("ends with the signal's reason, before and while it is sent", async () => {
    const server = await startFaultServer();
    const client = createClient({ baseUrl: server.baseUrl });
    const before = AbortSignal.abort("changed my mind");
    await expect(client.upload(PICTURE, { signal: before })).rejects.toBe("changed my mind");
    expect(server.seen).toHaveLength(0);
    const controller = new AbortController();
    server.answer(() => controller.abort("enough"));
    await expect(client.upload(PICTURE, { signal: controller.signal })).rejects.toBe("enough");
    expect(server.seen).toHaveLength(1);
  });

  it("says when the file has gone since it was chosen", async () => {
    const server = await startFaultServer();
    const client = createClient({ baseUrl: server.baseUrl });
    const gone = new Blob(["a"]);
    gone.arrayBuffer = () => Promise.reject(new Error("NotReadableError"));
    await expect(client.upload(gone)).rejects.toMatchObject({ kind: "body_unreadable", charged: false });
    expect(server.seen).toHaveLength(0);
  });

  it("refuses a key that no header can carry, and an answer that names no picture", async () => {
    const server = await startFaultServer();
    server.answer(json(201, { ...KEPT, attachmentId: "" }));
    const client = createClient({ baseUrl: server.baseUrl });
    await expect(client.upload(PICTURE, { idempotencyKey: "a b" })).rejects.toThrow(/idempotency key/);
    await expect(client.upload(PICTURE)).rejects.toMatchObject({ kind: "contract_violation" });
  });
});
