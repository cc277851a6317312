import { describe, expect, it } from "vitest";
import {
  collectAttachments,
  toBlob,
  toFile,
  toFilePart,
  toFormData,
  toStandardFile,
} from "image-generation-node/client";
import { createTestClient, json, problem, refuse, startFaultServer, text } from "./faultServer.js";
import type { Responder } from "./faultServer.js";
import { createSampleGeneration } from "./samples.js";

const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const png: Responder = (response) => {
  response.writeHead(200, { "Content-Type": "image/png" }).end(bytes);
};
const ended = problem(410, { kind: "link_expired" });

async function startPictures(...responders: Responder[]) {
  const server = await startFaultServer();
  server.answer(...responders);
  const generation = createSampleGeneration("gen_1", `${server.baseUrl}/attachments/att_1?sig=old`);
  const fresh = json(200, {
    imageUrl: `${server.baseUrl}/attachments/att_1?sig=new`,
    expiresAt: "2099-01-01T00:00:00Z",
  });
  const { client } = createTestClient({
    baseUrl: server.baseUrl,
    headers: { Authorization: "Bearer secret" },
  });
  return { server, generation, client, fresh };
}

describe("helpers that load the picture", () => {
  it("give a blob, a file, a form and a message part with the same bytes", async () => {
    const { generation } = await startPictures(png);
    const blob = await toBlob(generation.output);
    expect([blob.type, new Uint8Array(await blob.arrayBuffer())]).toEqual(["image/png", bytes]);
    const file = await toFile(generation);
    expect([file.name, file.type, file.size]).toEqual(["1-gen_1.png", "image/png", bytes.length]);
    const form = await toFormData(generation, { field: "upload" });
    expect([...form.keys()]).toEqual(["upload"]);
    expect((form.get("upload") as File).name).toBe("1-gen_1.png");
    expect([...(await toFormData(generation)).keys()]).toEqual(["file"]);
    expect(await toFilePart(generation)).toEqual({
      type: "file",
      data: bytes,
      mediaType: "image/png",
      filename: "1-gen_1.png",
    });
  });

  it("send none of the client's headers with a picture's link", async () => {
    const { server, generation, client } = await startPictures(png);
    await toBlob(generation, { client });
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
    expect(server.seen[0]?.headers.cookie).toBeUndefined();
  });

  it("use the given fetch, without cookies and without saying where they stand", async () => {
    const { server, generation } = await startPictures(png);
    const asked: unknown[] = [];
    await toBlob(generation, {
      fetch: (input, init) => {
        asked.push(input, init);
        return Promise.resolve(new Response(bytes));
      },
    });
    expect(asked).toEqual([
      generation.output.imageUrl,
      { credentials: "omit", referrerPolicy: "no-referrer" },
    ]);
    expect(server.seen).toHaveLength(0);
  });

  it("refresh a link before its use when it has ended", async () => {
    const { server, generation, client, fresh } = await startPictures();
    server.answer(fresh, png);
    const old = { ...generation, image: { ...generation.image, expiresAt: "2020-01-01T00:00:00Z" } };
    await toBlob(old, { client });
    expect(server.seen.map((entry) => entry.path)).toEqual([
      "/api/attachments/att_gen_1/url",
      "/api/attachments/att_1?sig=new",
    ]);
  });

  it("refresh a link once when it turns out to have ended", async () => {
    const { server, generation, client, fresh } = await startPictures();
    server.answer(ended, fresh, ended);
    await expect(toBlob(generation.output, { client })).rejects.toMatchObject({ kind: "link_expired" });
    expect(server.seen).toHaveLength(3);
    server.answer(text(403, "<Error>AccessDenied</Error>"), fresh, png);
    expect((await toBlob(generation.output, { client })).size).toBe(bytes.length);
  });

  it("load a standard file, which has no link, through a client", async () => {
    const { server, generation, client, fresh } = await startPictures();
    server.answer(fresh, png, fresh, png, fresh, png, fresh, png);
    const standard = toStandardFile(generation);
    const file = await toFile(standard, { client });
    expect([file.name, file.size]).toEqual(["1-gen_1.png", bytes.length]);
    expect((await toBlob(standard, { client })).size).toBe(bytes.length);
    expect((await toFilePart(standard, { client })).filename).toBe("1-gen_1.png");
    expect(((await toFormData(standard, { client })).get("file") as File).size).toBe(bytes.length);
    expect(server.seen[0]?.path).toBe("/api/attachments/att_gen_1/url");
    await expect(toFile(standard)).rejects.toMatchObject({ kind: "link_expired" });
    await expect(toFile(standard)).rejects.toThrow("{ client }");
  });

  it("say that a picture is deleted", async () => {
    const { server, generation, client } = await startPictures();
    server.answer(ended, problem(410, { kind: "attachment_deleted" }));
    await expect(toBlob(generation, { client })).rejects.toMatchObject({ kind: "attachment_deleted" });
    expect(server.seen).toHaveLength(2);
  });

  it.each<[string, Responder, string]>([
    ["an ended link without a client", ended, "link_expired"],
    ["a login page", text(200, "<html>", { "Content-Type": "text/html" }), "bad_image"],
    ["a broken storage", text(500, ""), "network"],
    ["no answer", refuse, "network"],
  ])("reject for %s", async (_name, answer, kind) => {
    const { generation } = await startPictures(answer);
    await expect(toFile(generation)).rejects.toMatchObject({ kind });
  });

  it.each(["javascript:alert(1)", "http://example.test/a.png", "/relative.png", "data:text/html,x"])(
    "never load %s",
    async (imageUrl) => {
      const generation = createSampleGeneration("gen_1", imageUrl);
      const fetch = () => Promise.reject(new Error("must not be called"));
      await expect(toBlob(generation, { fetch })).rejects.toMatchObject({ kind: "contract_violation" });
    },
  );

  it("reject with the signal's reason", async () => {
    const { generation, server } = await startPictures(png);
    const reason = new Error("left");
    await expect(toBlob(generation, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.seen).toHaveLength(0);
  });
});

describe("toStandardFile", () => {
  it("is the documented path and metadata and nothing else", () => {
    expect(toStandardFile(createSampleGeneration())).toEqual({
      path: "/mnt/data/1-gen_1.png",
      _metadata: { name: "1-gen_1.png", mimeType: "image/png", sizeInKb: 2, attachmentId: "att_gen_1" },
    });
  });
});

describe("collectAttachments", () => {
  it("finds the pictures of earlier nodes wherever they stand, each once, in order", () => {
    const [a, b, c] = ["a", "b", "c"].map((id) => createSampleGeneration(id).output);
    const found = collectAttachments({
      trigger: { output: { text: "no picture", path: "/x", _metadata: null } },
      image_gen: { output: b },
      loop: { output: [{ output: a }, { output: b }, { deep: { er: { output: c } } }] },
      upload: {
        output: {
          path: "/a.pdf",
          _metadata: { name: "a.pdf", mimeType: "application/pdf", sizeInKb: 1, attachmentId: "p" },
        },
      },
    });
    expect(found.map((file) => file._metadata.attachmentId)).toEqual(["att_b", "att_a", "att_c"]);
    expect(Object.keys(found[0] ?? {})).toEqual(["path", "_metadata"]);
  });

  it("takes cycles, depth and nothing", () => {
    const cycle: Record<string, unknown> = { output: createSampleGeneration("x").output };
    cycle.self = cycle;
    let deep: unknown = createSampleGeneration("deep").output;
    for (let i = 0; i < 10_000; i += 1) deep = { deep };
    expect(collectAttachments({ cycle, deep }).map((file) => file._metadata.attachmentId)).toEqual(["att_x"]);
    expect(collectAttachments({})).toEqual([]);
  });
});
