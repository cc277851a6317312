import type { GenerationStorage } from "image-generation-node/client";
import { describe, expect, it } from "vitest";
import { hang, json, problem, refuse, startFaultServer } from "./faultServer.js";
import type { FaultServer, Responder } from "./faultServer.js";
import { createStorage, createStore, until } from "./generationStore.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

const NAME = "image-generation-node:n";
const HOUR_MS = 60 * 60 * 1000;
const later = { config: { ...sampleRequest.config, style: "noir" } };

/** Opens the node in one more tab; nobody listens yet. */
const open = (server: FaultServer, storage: GenerationStorage) => createStore(server, { storage, slot: "n" });
const read = (storage: GenerationStorage) =>
  JSON.parse(storage.getItem(NAME) ?? "null") as Record<string, unknown> & {
    others?: Record<string, unknown>[];
  };

/** Starts a run that stays open in one tab, and ends another one in a second tab. */
async function overlap(answers: Responder[]) {
  const server = await startFaultServer();
  const storage = createStorage();
  server.answer(hang, json(200, createSampleGeneration("gen_b")), ...answers);
  const first = open(server, storage);
  void first.start(sampleRequest);
  await expect.poll(() => server.seen.length).toBe(1);
  await open(server, storage).start(later);
  return { server, storage, leave: () => first.stopWaiting() };
}

describe("createGeneration with a storage that another tab writes to", () => {
  it("shows the run that goes on after a reload, over the image of the other tab", async () => {
    const { server, storage, leave } = await overlap([json(200, createSampleGeneration("gen_a"))]);
    leave();
    const after = open(server, storage);
    expect(after.getSnapshot()).toMatchObject({ status: "waiting", previous: { id: "gen_b" } });
    await until(after, (state) => state.status === "succeeded");
    expect(after.getSnapshot().generation?.id).toBe("gen_a");
    expect(server.keys()[2]).toBe(server.keys()[0]);
    expect(server.seen[2]?.body).toBe(server.seen[0]?.body);
  });

  it("waits for all runs that go on, and tells the images of those that are not shown", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(hang, hang);
    const tabs = [open(server, storage), open(server, storage)];
    void tabs[0]?.start(sampleRequest);
    await expect.poll(() => server.seen.length).toBe(1);
    void tabs[1]?.start(later);
    await expect.poll(() => server.seen.length).toBe(2);
    tabs.forEach((tab) => tab.stopWaiting());

    server.answer(json(200, createSampleGeneration("gen_b")), json(200, createSampleGeneration("gen_a")));
    const after = open(server, storage);
    expect(after.getSnapshot().request).toEqual(later);
    await until(after, (state) => state.status === "succeeded" && state.earlier !== undefined);
    expect(after.getSnapshot()).toMatchObject({
      generation: expect.objectContaining({ id: expect.stringMatching(/gen_/) }),
      earlier: [{ config: sampleRequest.config }],
    });
    expect(new Set(server.keys()).size).toBe(2);
    // The next page finds both without a question.
    const next = open(server, storage);
    next.subscribe(() => undefined);
    expect(next.getSnapshot().earlier).toHaveLength(1);
    expect(server.seen).toHaveLength(4);
  });

  it("asks for each of them once, by its id, however many listen", async () => {
    const { storage, server, leave } = await overlap([hang]);
    leave();
    const record = read(storage);
    const [run] = record.others ?? [];
    const others = ["gen_a", "gen_c", "gen_d"].map((id) => ({ ...run, id, key: `key_${id}` }));
    storage.setItem(NAME, JSON.stringify({ ...record, others }));
    const after = open(server, storage);
    for (let count = 0; count < 3; count += 1) after.subscribe(() => undefined);
    await expect.poll(() => server.seen.length).toBeGreaterThanOrEqual(5);
    const asked = server.seen.slice(2).map((entry) => `${entry.method} ${entry.path}`);
    expect(asked.sort()).toEqual(["a", "c", "d"].map((id) => `GET /api/generations/gen_${id}`));
    after.stopWaiting();
  });

  it("forgets a run that has failed without being shown, and asks for it no more", async () => {
    const { storage, server, leave } = await overlap([]);
    leave();
    const third = open(server, storage);
    // A third run is shown; the first one is followed.
    server.answer(hang);
    void third.start({ config: { ...later.config, style: "anime" } });
    await expect.poll(() => server.seen.length).toBe(3);
    third.stopWaiting();
    server.answer(hang, problem(422, { kind: "content_blocked", charged: false }));
    const after = open(server, storage);
    after.subscribe(() => undefined);
    await expect.poll(() => read(storage).others?.map((run) => run.id)).toEqual(["gen_b"]);
    after.stopWaiting();
  });

  it("never asks again for what a person replaced after no answer came", async () => {
    const server = await startFaultServer();
    const storage = createStorage();
    server.answer(refuse, json(200, createSampleGeneration("gen_b")));
    const tab = open(server, storage);
    await tab.start(sampleRequest);
    expect(tab.getSnapshot().error?.outcome).toBe("unknown");
    await tab.start(later);
    const after = open(server, storage);
    after.subscribe(() => undefined);
    expect(after.getSnapshot()).toMatchObject({ status: "succeeded", generation: { id: "gen_b" } });
    expect(read(storage).others).toBeUndefined();
    expect(server.seen).toHaveLength(2);
  });

  it("keeps one run a record that older versions read, and reads theirs", async () => {
    const { storage, server, leave } = await overlap([]);
    leave();
    const { others, ...latest } = read(storage);
    expect(latest).toMatchObject({ version: 1, id: "gen_b", request: later });
    expect(others).toMatchObject([{ request: sampleRequest }]);
    storage.setItem(NAME, JSON.stringify(latest));
    expect(open(server, storage).getSnapshot()).toMatchObject({ generation: { id: "gen_b" } });
  });

  it("forgets the runs of others only with their tabs, and what it showed with `reset`", async () => {
    const { storage, server, leave } = await overlap([hang]);
    leave();
    const bystander = open(server, storage);
    const after = open(server, storage);
    after.reset();
    expect(storage.entries.has(NAME)).toBe(false);
    bystander.reset();
    expect(open(server, storage).getSnapshot()).toEqual({ status: "idle" });
  });

  it("forgets another run a day after its start", async () => {
    const { storage, server, leave } = await overlap([]);
    leave();
    const record = read(storage);
    const old = (run: object) => ({ ...run, startedAt: Date.now() - 25 * HOUR_MS });
    const image = { ...record, version: undefined, others: undefined, key: "key_3" };
    const others = [...(record.others ?? []), image].map(old);
    storage.setItem(NAME, JSON.stringify({ ...record, others }));
    const after = open(server, storage);
    after.subscribe(() => undefined);
    expect(after.getSnapshot()).toMatchObject({ status: "succeeded", generation: { id: "gen_b" } });
    expect(after.getSnapshot().earlier).toBeUndefined();
    expect(server.seen).toHaveLength(2);
  });

  it("keeps the latest run where there is no room for all", async () => {
    const { storage, server, leave } = await overlap([]);
    leave();
    const small: GenerationStorage = {
      ...storage,
      setItem(name, text) {
        if (text.includes('"others"')) throw new Error("QuotaExceededError");
        storage.setItem(name, text);
      },
    };
    server.answer(json(200, createSampleGeneration("gen_c")));
    const tab = open(server, small);
    tab.stopWaiting();
    await tab.start(later);
    expect(read(storage)).toMatchObject({ id: "gen_c" });
    expect(read(storage).others).toBeUndefined();
  });
});
