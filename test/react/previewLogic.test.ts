import fc from "fast-check";
import type { GenerateOptions, ImageNodeClient } from "image-generation-node/client";
import { createGeneration } from "image-generation-node/client";
import { ERROR_KINDS, ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest, ImageNodeConfigOverrides } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { resolveTemplate } from "image-generation-node/template";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../src/react/messages/index.js";
import { changedSettings } from "../../src/react/preview/changedSettings.js";
import { createBatch } from "../../src/react/preview/createBatch.js";
import { createPictureLinks } from "../../src/react/preview/pictureLinks.js";
import { createRunHistory, MAX_ENTRIES, parseHistory } from "../../src/react/preview/createRunHistory.js";
import { adviseOn } from "../../src/react/preview/errorAdvice.js";
import { escapeTemplate } from "../../src/react/preview/escapeTemplate.js";
import type { HistoryEntry } from "../../src/react/preview/HistoryEntry.js";
import { shortenText } from "../../src/react/preview/shortenText.js";
import { createFakeClient } from "./fakeClient.js";
import { generationOf } from "./samples.js";

const entryOf = (config: ImageNodeConfigOverrides = {}, stages = {}): HistoryEntry => ({
  config: createImageNodeConfig(config),
  generation: generationOf({ stages: { ...generationOf().stages, ...stages } }),
});

describe("changedSettings", () => {
  it.each([
    ["nothing", {}, {}, []],
    ["the style", { style: "sketch" }, {}, ["style"]],
    ["the prompt", { prompt: { template: "A dog" } }, { resolved: "A dog" }, ["prompt"]],
    ["the values only", {}, { resolved: "A gothic cat" }, ["values"]],
    ["two", { style: "sketch", aspectRatio: "portrait" }, {}, ["aspectRatio", "style"]],
    ["what its mode does not use", { promptModel: "acme/writer", prompt: { instructions: "x" } }, {}, []],
    ["the mode", { prompt: { mode: "auto" } }, {}, ["mode"]],
  ] as const)("says that %s changed", (_, config, stages, expected) => {
    const changes = changedSettings(entryOf(), entryOf(config, stages));
    expect(changes?.map((change) => change.setting)).toEqual(expected);
  });

  it("tells apart that a model wrote another prompt for the same settings", () => {
    const auto: ImageNodeConfigOverrides = { prompt: { mode: "auto" } };
    const changes = changedSettings(entryOf(auto, { written: "A" }), entryOf(auto, { written: "B" }));
    expect(changes).toEqual([{ setting: "written", before: "A", after: "B" }]);
  });

  it("claims nothing where the settings of one are not known", () => {
    expect(changedSettings(entryOf(), { generation: generationOf() })).toBeNull();
  });

  it("has words for each setting, in both languages", () => {
    for (const name of [
      "mode",
      "prompt",
      "values",
      "written",
      "imageModel",
      "promptModel",
      "aspectRatio",
      "style",
    ]) {
      for (const words of [en, de.words]) {
        expect(words).toHaveProperty([`compare.only.${name}`]);
        expect(words).toHaveProperty([`setting.${name}`]);
      }
    }
  });
});

describe("escapeTemplate", () => {
  it("makes a template that resolves to exactly the text", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "{{",
      "}}",
      "\\",
      "\\{{",
      "a",
      "{{ trigger.output.x }}",
      '"',
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join("");
        const { text: resolved, diagnostics } = resolveTemplate(escapeTemplate(text), {
          trigger: { output: { x: 1 } },
        });
        expect(resolved).toBe(text);
        expect(diagnostics).toEqual([]);
      }),
    );
  });
});

describe("shortenText", () => {
  it.each([
    ["A fox", 10, "A fox"],
    ["A red fox on a hill", 12, "A red fox…"],
    ["Donaudampfschiff", 8, "Donauda…"],
    ["two\n\nlines", 20, "two lines"],
  ])("%j to %i", (text, length, expected) => {
    expect(shortenText(text, length)).toBe(expected);
  });
});

describe("every kind of error", () => {
  it.each(Object.keys(ERROR_KINDS))("%s has words in both languages, and says what helps", (kind) => {
    for (const words of [en, de.words]) {
      expect(words).toHaveProperty([`error.${kind}.title`]);
      expect(words).toHaveProperty([`error.${kind}.text`]);
    }
    const advice = adviseOn({ status: "failed", error: new ImageNodeError({ kind }) });
    const isHopeless = kind === "forbidden" || kind === "unsupported";
    expect(Boolean(advice?.retry || advice?.fix)).toBe(!isHopeless);
  });

  it("is never shown in red where it only has to be waited for", () => {
    for (const kind of [
      "rate_limited",
      "overloaded",
      "idempotency_in_progress",
      "client_timeout",
      "network",
    ]) {
      expect(adviseOn({ status: "failed", error: new ImageNodeError({ kind }) })?.tone).not.toBe("bad");
    }
  });
});

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
});

describe("createPictureLinks", () => {
  const picture = generationOf();

  it("fetches one fresh link for all who show the picture", async () => {
    const fake = createFakeClient();
    const links = createPictureLinks(fake.client);
    links.refresh(picture, "needed");
    links.refresh(picture, "needed");
    await vi.waitFor(() => expect(links.get(picture)?.status).toBe("fresh"));
    expect(fake.calls.refreshUrl).toBe(1);
  });

  it("says that a picture is gone where the back end says so", async () => {
    const client = {
      ...createFakeClient().client,
      refreshUrl: () => Promise.reject(new ImageNodeError({ kind: "attachment_deleted" })),
    };
    const links = createPictureLinks(client);
    links.refresh(picture, "needed");
    await vi.waitFor(() => expect(links.get(picture)?.status).toBe("deleted"));
  });

  it("keeps a valid link in use while one ahead of its end can't be had", async () => {
    const client = {
      ...createFakeClient().client,
      refreshUrl: () => Promise.reject(new ImageNodeError({ kind: "network" })),
    };
    const links = createPictureLinks(client);
    links.refresh(picture, "ahead");
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(links.get(picture)).toMatchObject({ status: "fresh", late: true });
  });
});

describe("createBatch", () => {
  const requests: GenerationRequest[] = [0, 1, 2].map((index) => ({
    config: createImageNodeConfig({ prompt: { template: `Lamp ${index}` } }),
  }));

  /** A client whose items fail by their place; single calls are counted. */
  function clientFailing(failures: Record<number, ImageNodeError>) {
    const calls: GenerateOptions[] = [];
    const client: Pick<ImageNodeClient, "generate" | "generateMany" | "cancel"> = {
      cancel: async () => undefined,
      generate: async (_, options = {}) => {
        calls.push(options);
        return generationOf({ id: "gen_again" });
      },
      generateMany: async (items, o = {}) =>
        items.map((_, index) => {
          const base = { index, key: `key_${index}`, fingerprint: `f_${index}` };
          const error = failures[index];
          const outcome = error
            ? ({ ...base, status: "failed", error } as const)
            : ({
                ...base,
                status: "succeeded",
                generation: generationOf({ id: `gen_${index}`, usage: USAGE }),
                reused: false,
              } as const);
          o.onItem?.(outcome);
          return outcome;
        }),
    };
    return { client, calls };
  }
  const USAGE = { items: [{ kind: "image", amount: "0.04", currency: "USD" }] };
  const failed = (options: ConstructorParameters<typeof ImageNodeError>[0]) => new ImageNodeError(options);

  it("loses no other item to one failure, and adds up what was spent", async () => {
    const { client } = clientFailing({ 1: failed({ kind: "content_blocked", charged: false }) });
    const batch = createBatch(client);
    await batch.start(requests);
    const state = batch.getSnapshot();
    expect(state.items.map((item) => item.status)).toEqual(["succeeded", "failed", "succeeded"]);
    expect(state).toMatchObject({ status: "done", succeeded: 2, failed: 1, usageIsPartial: false });
    expect(state.usage.items).toHaveLength(2);
  });

  it("admits that more may have been spent where a charge is not known", async () => {
    const { client } = clientFailing({ 1: failed({ kind: "timeout", charged: null }) });
    const batch = createBatch(client);
    await batch.start(requests);
    expect(batch.getSnapshot().usageIsPartial).toBe(true);
  });

  it.each([
    ["a new intent after a known end", { kind: "content_blocked", charged: false }, undefined],
    ["asked again by its key after an unknown one", { kind: "network" }, "key_1"],
  ])("retries one item: %s", async (_, error, key) => {
    const { client, calls } = clientFailing({ 1: failed(error) });
    const batch = createBatch(client);
    await batch.start(requests);
    await batch.retry(1);
    expect(calls.map((call) => call.idempotencyKey)).toEqual([key]);
    expect(batch.getSnapshot()).toMatchObject({ succeeded: 3, failed: 0 });
  });

  it("shows which items are under way and which wait", () => {
    const never: Pick<ImageNodeClient, "generate" | "generateMany" | "cancel"> = {
      generate: () => new Promise(() => undefined),
      generateMany: () => new Promise(() => undefined),
      cancel: async () => undefined,
    };
    const batch = createBatch(never);
    void batch.start(requests, { concurrency: 2 });
    expect(batch.getSnapshot().items.map((item) => item.status)).toEqual(["running", "running", "waiting"]);
  });

  it("ends the runs that are under way on the back end, and only those", async () => {
    const cancelled: string[] = [];
    const batch = createBatch({
      generate: () => new Promise(() => undefined),
      cancel: async (id) => void cancelled.push(id),
      generateMany: (items, o = {}) => {
        const base = (index: number) => ({ index, key: `key_${index}`, fingerprint: `f_${index}` });
        for (const index of [0, 1]) o.onStart?.({ ...base(index), id: `gen_${index}` });
        const generation = generationOf({ id: "gen_0", usage: USAGE });
        o.onItem?.({ ...base(0), status: "succeeded", generation, reused: false });
        return new Promise((resolve) => {
          o.signal?.addEventListener("abort", () => {
            const rest = items.map((_, index) => ({ ...base(index), status: "aborted" as const })).slice(1);
            rest.forEach((outcome) => o.onItem?.(outcome));
            resolve(rest);
          });
        });
      },
    });
    void batch.start(requests);
    expect(batch.getSnapshot().items.map(({ id }) => id)).toEqual(["gen_0", "gen_1", undefined]);
    await batch.cancel();
    expect(cancelled).toEqual(["gen_1"]);
    expect(batch.getSnapshot()).toMatchObject({ status: "done", succeeded: 1, failed: 2 });
  });
});
