import { createGeneration } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import {
  createRunHistory,
  MAX_ENTRIES,
  parseHistory,
} from "../../src/react/preview/history/createRunHistory.js";
import { createFakeClient } from "./fakeClient.js";
import { generationOf } from "./samples.js";

/** A storage in memory. */
function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe("createRunHistory", () => {
  const config = createImageNodeConfig({ prompt: { template: "A cat" } });

  async function runTwice(storage?: ReturnType<typeof memoryStorage>) {
    const fake = createFakeClient();
    const store = createGeneration(fake.client);
    const history = createRunHistory(store, storage, "n4");
    const leave = history.subscribe(() => undefined);
    for (const id of ["gen_1", "gen_2"]) {
      const ended = store.start({ config, variables: { secret: { output: "private" } } });
      await vi.waitFor(() => expect(fake.runs.at(-1)?.request).toBeDefined());
      fake.run().succeed(generationOf({ id }));
      await ended;
    }
    return { history, leave };
  }

  it("keeps each picture with its settings, newest first", async () => {
    const { history } = await runTwice();
    expect(history.getSnapshot().map((entry) => entry.generation.id)).toEqual(["gen_2", "gen_1"]);
    expect(history.getSnapshot()[0]?.config).toEqual(config);
  });

  it("comes back from a storage, which never sees the values of variables", async () => {
    const storage = memoryStorage();
    await runTwice(storage);
    expect([...storage.items.values()].join()).not.toContain("private");
    const later = createRunHistory(createGeneration(createFakeClient().client), storage, "n4");
    later.subscribe(() => undefined);
    expect(later.getSnapshot().map((entry) => entry.generation.id)).toEqual(["gen_2", "gen_1"]);
  });

  it("knows after a reload how many images there were, also of those it no longer keeps", async () => {
    const storage = memoryStorage();
    const fake = createFakeClient();
    const history = createRunHistory(createGeneration(fake.client), storage, "n4");
    history.subscribe(() => undefined);
    for (let made = 1; made <= MAX_ENTRIES + 3; made += 1)
      history.add({ generation: generationOf({ id: `gen_${made}` }), startedAt: made });
    expect(history.getTotal()).toBe(MAX_ENTRIES + 3);
    const open = (createdAt?: number) => {
      const later = createRunHistory(createGeneration(fake.client), storage, "n4", createdAt);
      later.subscribe(() => undefined);
      return later.getTotal();
    };
    expect(open()).toBe(MAX_ENTRIES + 3);
    // A new node of a deleted one's name begins to count anew.
    expect(open(1000)).toBe(0);
  });

  it("keeps no more than it says, and survives a storage that is full", () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error("full");
      },
    };
    const history = createRunHistory(createGeneration(createFakeClient().client), full);
    for (let index = 0; index < MAX_ENTRIES + 3; index += 1)
      history.add({ generation: generationOf({ id: `gen_${index}` }) });
    expect(history.getSnapshot()).toHaveLength(MAX_ENTRIES);
  });

  it("leaves out what can't be trusted", () => {
    const entries = [
      { generation: { id: "x" } },
      { generation: generationOf(), config: { version: 9 } },
      null,
    ];
    expect(parseHistory(JSON.stringify({ version: 1, entries }))).toMatchObject([{ config: undefined }]);
    expect(parseHistory(JSON.stringify({ version: 2, entries }))).toEqual([]);
  });

  describe("of a node that is open twice", () => {
    function open(storage: ReturnType<typeof memoryStorage>) {
      const fake = createFakeClient();
      const store = createGeneration(fake.client);
      const history = createRunHistory(store, storage, "n4");
      history.subscribe(() => undefined);
      const draw = async (id: string) => {
        const ended = store.start({ config });
        await vi.waitFor(() => expect(fake.runs.at(-1)?.request).toBeDefined());
        fake.run().succeed(generationOf({ id }));
        await ended;
      };
      const ids = () => history.getSnapshot().map((entry) => entry.generation.id);
      return { history, draw, ids };
    }

    it("keeps what both tabs made, also where the second one was opened before", async () => {
      const storage = memoryStorage();
      const first = open(storage);
      const second = open(storage);
      await first.draw("gen_1");
      await first.draw("gen_2");
      await second.draw("gen_3");
      expect(open(storage).ids()).toEqual(["gen_3", "gen_2", "gen_1"]);
      expect(second.ids()).toEqual(["gen_3", "gen_2", "gen_1"]);
      await first.draw("gen_4");
      expect(open(storage).ids()).toEqual(["gen_4", "gen_3", "gen_2", "gen_1"]);
    });

    it("keeps an image that came late, and each image once", async () => {
      const storage = memoryStorage();
      const first = open(storage);
      const second = open(storage);
      const late = { generation: generationOf({ id: "gen_late" }), startedAt: 1, endedAt: Date.now() + 1000 };
      await first.draw("gen_1");
      second.history.add(late);
      first.history.add(late);
      expect(open(storage).ids()).toEqual(["gen_late", "gen_1"]);
    });

    it("orders by time what two tabs made, and lets the oldest go", () => {
      const storage = memoryStorage();
      const [first, second] = [open(storage), open(storage)];
      for (let at = 0; at < MAX_ENTRIES + 4; at += 1) {
        const entry = { generation: generationOf({ id: `gen_${at}` }), startedAt: at, endedAt: at };
        (at % 2 ? first : second).history.add(entry);
      }
      const newest = Array.from({ length: MAX_ENTRIES }, (_, index) => `gen_${MAX_ENTRIES + 3 - index}`);
      expect(open(storage).ids()).toEqual(newest);
    });
  });
});
