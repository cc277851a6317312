import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import { createTestClient, json, problem, refuse, startFaultServer, text } from "./faultServer.js";
import { createSampleCatalog, sampleRequest } from "./samples.js";

describe("catalog", () => {
  it("reads what the workspace offers", async () => {
    const server = await startFaultServer();
    server.answer(json(200, createSampleCatalog()));
    const client = createClient({ baseUrl: server.baseUrl, headers: { "X-Workspace": "w1" } });
    expect(await client.catalog()).toEqual(createSampleCatalog());
    expect(server.seen[0]).toMatchObject({ method: "GET", path: "/api/catalog" });
    expect(server.seen[0]?.headers).toMatchObject({ "x-workspace": "w1", accept: "application/json" });
  });

  it("says when what came is no catalog", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { ...createSampleCatalog(), limits: "none" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.catalog()).rejects.toMatchObject({
      kind: "contract_violation",
      message: expect.stringMatching(/limits/),
    });
  });

  it("is asked again after a lost answer, but not for ever", async () => {
    const server = await startFaultServer();
    server.answer(refuse);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.catalog()).rejects.toMatchObject({
      kind: "network",
      message: expect.stringMatching(/^No answer from GET http:\S+\/catalog\. Check that the back end runs/),
    });
    expect(server.seen).toHaveLength(3);
  });
});

describe("previewPrompt", () => {
  it("sends the same body as a run and reads the stages", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { stages: { written: "A fox at dusk" } }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect((await client.previewPrompt(sampleRequest)).stages.written).toBe("A fox at dusk");
    expect(server.seen[0]).toMatchObject({ method: "POST", path: "/api/prompts" });
    expect(JSON.parse(server.seen[0]?.body ?? "")).toEqual(sampleRequest);
  });

  it("does not ask again after a lost answer, since a prompt may be paid", async () => {
    const server = await startFaultServer();
    server.answer(refuse);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.previewPrompt(sampleRequest)).rejects.toMatchObject({ kind: "network" });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ["in its own words", text(404, "Not Found")],
    ["as a problem", problem(404, { kind: "not_found", charged: false, detail: "There is nothing here." })],
  ])("says when the back end has no prompt stage, and says so %s", async (_, answer) => {
    const server = await startFaultServer();
    server.answer(answer);
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.previewPrompt(sampleRequest)).rejects.toMatchObject({
      kind: "unsupported",
      charged: false,
    });
  });
});

describe("a header that cannot be sent", () => {
  it.each([
    ["a line break", { Authorization: "Bearer a\nb" }, false],
    ["a letter outside of Latin-1", { "X-User": "狐" }, false],
    ["a name with a space", { "X User": "a" }, false],
    ["a value of a function", () => ({ Authorization: "a\r\nb" }), null],
  ])("is the host's error, and sends nothing: %s", async (_, headers, charged) => {
    const server = await startFaultServer();
    const { client, pauses } = createTestClient({ baseUrl: server.baseUrl, headers });
    const error = { kind: "invalid_request", charged, message: expect.stringContaining("header") as string };
    await expect(client.catalog()).rejects.toMatchObject(error);
    await expect(client.generate(sampleRequest)).rejects.toMatchObject(error);
    expect(server.seen).toEqual([]);
    expect(pauses).toEqual([]);
  });
});

describe("refreshUrl and get", () => {
  it("asks for a fresh link", async () => {
    const server = await startFaultServer();
    const fresh = { imageUrl: "https://images.test/new", expiresAt: "2099-01-01T00:00:00Z" };
    server.answer(json(200, fresh));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.refreshUrl("att/1")).toEqual(fresh);
    expect(server.seen[0]).toMatchObject({ method: "POST", path: "/api/attachments/att%2F1/url" });
  });

  it("says that a picture is deleted", async () => {
    const server = await startFaultServer();
    server.answer(problem(410, { kind: "attachment_deleted" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    await expect(client.refreshUrl("att_1")).rejects.toMatchObject({
      kind: "attachment_deleted",
      status: 410,
    });
  });

  it("reads the state of a run", async () => {
    const server = await startFaultServer();
    server.answer(json(200, { id: "gen_1", status: "running", stage: "image" }));
    const { client } = createTestClient({ baseUrl: server.baseUrl });
    expect(await client.get("gen_1")).toEqual({ id: "gen_1", status: "running", stage: "image" });
  });
});
