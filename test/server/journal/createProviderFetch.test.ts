import { afterEach, describe, expect, it, vi } from "vitest";
import { createReplicate } from "@ai-sdk/replicate";
import {
  createGuardedFetch,
  createImageNodeHandler,
  createProviderFetch,
  memoryRunStore,
  memoryStorage,
} from "image-generation-node/server";
import type { ImageModelEntry, RunStore } from "image-generation-node/server";
import { runInCall } from "../../../src/server/journal/callScope.js";
import { createProviderCall } from "../../../src/server/journal/createProviderCall.js";
import { isReplayed } from "../../../src/server/journal/sendSubmit.js";
import { ORIGIN, custom, json, setUpFetch } from "./setUpFetch.js";
import { isGuardedFetch } from "../../../src/server/models/createGuardedFetch.js";

afterEach(() => vi.unstubAllGlobals());

describe("createProviderFetch", () => {
  it("answers a second submit of a run with the first answer, and sends none", async () => {
    const { ask, sent, kept } = setUpFetch([() => json(201, { id: "job" })]);
    const [one, two] = [await ask("/v1/jobs", { prompt: "a" }), await ask("/v1/jobs", { prompt: "a" })];
    expect(await two.json()).toEqual(await one.json());
    expect([isReplayed(one), isReplayed(two)]).toEqual([false, true]);
    expect(sent).toHaveLength(1);
    expect(kept).toHaveLength(1);
  });

  it("sends no second submit after one of which nobody knows whether it was taken", async () => {
    const { ask, sent } = setUpFetch([() => json(503, { detail: "away" }), () => json(201, { id: "job" })]);
    expect((await ask("/v1/jobs", { prompt: "a" })).status).toBe(503);
    await expect(ask("/v1/jobs", { prompt: "a" })).rejects.toMatchObject({ kind: "timeout", charged: null });
    expect(sent).toHaveLength(1);
  });

  it("sends no second submit after a connection that was lost", async () => {
    const lost = () => {
      throw new TypeError("fetch failed");
    };
    const { ask, sent } = setUpFetch([lost, () => json(201, { id: "job" })]);
    await expect(ask("/v1/jobs", {})).rejects.toThrow("fetch failed");
    await expect(ask("/v1/jobs", {})).rejects.toMatchObject({ charged: null });
    expect(sent).toHaveLength(1);
  });

  it("does send one after a refusal", async () => {
    const { ask, sent } = setUpFetch([() => json(429, { detail: "wait" }), () => json(201, { id: "job" })]);
    expect((await ask("/v1/jobs", { prompt: "a" })).status).toBe(429);
    expect((await ask("/v1/jobs", { prompt: "a" })).status).toBe(201);
    expect(sent).toHaveLength(2);
  });

  it("refuses a second request by POST, and takes one for the image that the host names", async () => {
    const answers = [() => json(200, { url: "upload" }), () => json(201, { id: "job" })];
    const { ask, kept } = setUpFetch(answers);
    await ask("/uploads", {});
    await expect(ask("/v1/jobs", {})).rejects.toMatchObject({
      kind: "provider_misconfigured",
      charged: null,
    });
    expect(kept).toHaveLength(1);
    const named = setUpFetch(answers, null, ({ url }) => url.endsWith("/v1/jobs"));
    await named.ask("/uploads", {});
    expect((await named.ask("/v1/jobs", {})).status).toBe(201);
    expect(named.kept.map(({ body }) => body)).toEqual(['{"id":"job"}']);
  });

  it("hands the caller's signal itself on", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const runs = memoryRunStore();
    const send = createProviderFetch({
      runs,
      trustedOrigins: [ORIGIN],
      fetch: async (_, init) => {
        signals.push(init?.signal);
        return json(201, { id: "job" });
      },
    });
    const { signal } = new AbortController();
    const call = createProviderCall(runs, custom, null, () => Promise.resolve());
    await runInCall(call, () => send(`${ORIGIN}/v1/jobs`, { method: "POST", signal }));
    await runInCall(call, () => send(`${ORIGIN}/v1/jobs/1`, { signal }));
    expect(signals).toEqual([signal, signal]);
    expect(signals.every((each) => each === signal)).toBe(true);
  });

  it("leaves an answer alone that says it is larger than any that is kept", async () => {
    const headers = { "Content-Length": String(20 * 1024 * 1024) };
    const { ask, kept } = setUpFetch([() => json(201, { id: "job" }, headers)]);
    expect(await (await ask("/v1/jobs", {})).json()).toEqual({ id: "job" });
    expect(kept).toEqual([]);
  });

  it("tells apart two submits by body, address and nothing else", async () => {
    const { ask, kept } = setUpFetch([() => json(201, { id: "job" })]);
    await ask("/v1/jobs", { prompt: "a" }, { Authorization: "Bearer one" });
    const again = setUpFetch([], kept[0]);
    expect((await again.ask("/v1/jobs", { prompt: "a" }, { Authorization: "Bearer two" })).status).toBe(201);
    await expect(again.ask("/v1/jobs", { prompt: "b" })).rejects.toMatchObject({ reason: "interrupted" });
    await expect(again.ask("/v2/jobs", { prompt: "a" })).rejects.toMatchObject({ reason: "interrupted" });
    expect(again.sent).toHaveLength(0);
  });

  it("takes a poll by POST for no submit", async () => {
    const { ask, sent, kept } = setUpFetch([
      () => json(200, { request_id: "1" }),
      () => json(200, {}),
      () => json(200, {}),
    ]);
    await ask("/v1/jobs", { prompt: "a" });
    await ask("/v1/get_result", { id: "1" });
    await ask("/v1/get_result", { id: "1" });
    expect(sent).toHaveLength(3);
    expect(kept).toHaveLength(1);
  });

  it.each([
    ["an image", () => new Response(new Uint8Array([1]), { headers: { "Content-Type": "image/png" } })],
    ["a refusal", () => json(422, { detail: "no" })],
    ["a failure", () => json(500, { detail: "no" })],
    ["an answer that holds the image itself", () => json(200, { data: "x".repeat(64 * 1024) })],
    [
      "what only says that it is JSON",
      () => new Response("<p>", { headers: { "Content-Type": "application/json" } }),
    ],
  ])("keeps nothing of %s, and hands it on whole", async (_, answer) => {
    const { ask, kept } = setUpFetch([answer]);
    const response = await ask("/v1/jobs", {});
    expect(response.status).toBe(answer().status);
    expect(await response.text()).toBe(await answer().text());
    expect(kept).toEqual([]);
  });

  it("keeps an answer that repeats a large request without that, and hands it on whole", async () => {
    const echo = { id: "job", urls: { get: "x" }, input: { image: "x".repeat(1_300_000) }, logs: "drawing" };
    const { ask, kept } = setUpFetch([() => json(201, echo)]);
    expect(await (await ask("/v1/jobs", {})).json()).toEqual(echo);
    expect(JSON.parse(kept[0]?.body ?? "")).toEqual({ id: "job", urls: { get: "x" } });
  });

  it("hands an answer on only once it is written", async () => {
    const order: string[] = [];
    const runs = memoryRunStore();
    const send = createProviderFetch({
      runs,
      trustedOrigins: [ORIGIN],
      fetch: () => Promise.resolve(json(201, { id: "job" })),
    });
    const keep = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push("written");
    };
    const call = createProviderCall(runs, custom, null, keep);
    await runInCall(call, () => send(`${ORIGIN}/v1/jobs`, { method: "POST" }));
    order.push("handed on");
    expect(order).toEqual(["written", "handed on"]);
  });

  it("only checks addresses outside of a run, and in a run of another store", async () => {
    const { send, sent } = setUpFetch([() => json(201, {}), () => json(201, {}), () => json(201, {})]);
    const other = createProviderCall(memoryRunStore(), custom, null, () => Promise.reject(new Error("kept")));
    for (const call of [null, other]) {
      await runInCall(call, () => send(`${ORIGIN}/v1/jobs`, { method: "POST" }));
    }
    expect(sent).toHaveLength(2);
    await expect(send("https://127.0.0.1/")).rejects.toMatchObject({ kind: "bad_image" });
    expect(isGuardedFetch(send)).toBe(true);
  });

  it("lets a package of Replicate that cannot poll wait for its answer", async () => {
    const seen = async (specificationVersion: string) => {
      const runs = memoryRunStore();
      const prefers: (string | null)[] = [];
      const send = createProviderFetch({
        runs,
        trustedOrigins: [ORIGIN],
        fetch: async (input, init) => {
          prefers.push(new Request(input, init).headers.get("Prefer"));
          return json(201, {});
        },
      });
      const model = { specificationVersion, config: { fetch: send }, doGenerate: () => undefined };
      const call = createProviderCall(runs, { model: model as never }, null, () => Promise.resolve());
      const ask = () => send(`${ORIGIN}/v1/predictions`, { method: "POST", headers: { Prefer: "wait" } });
      await runInCall(call, ask);
      return prefers;
    };
    expect(await seen("v3")).toEqual(["wait"]);
    expect(await seen("v4")).toEqual([null]);
  });

  it("needs a run store and a runtime that can tell calls apart", async () => {
    expect(() => createProviderFetch({} as never)).toThrow(/needs `runs`/);
    vi.resetModules();
    vi.stubGlobal("process", { ...process, getBuiltinModule: undefined });
    const fresh = await import("../../../src/server/journal/createProviderFetch.js");
    expect(() => fresh.createProviderFetch({ runs: memoryRunStore() })).toThrow(/AsyncLocalStorage/);
  });
});

describe("a handler", () => {
  const options = (model: ImageModelEntry["model"], runs?: RunStore) => ({
    imageModels: { "the/model": { model } },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: "https://example.test/api",
    dangerouslyAllowAnonymous: true as const,
    ...(runs && { runs }),
  });
  const model = (fetch: typeof globalThis.fetch) => createReplicate({ apiToken: "x", fetch }).image("a/b");

  it("refuses a model whose answers would be noted where nobody looks", () => {
    const noted = model(createProviderFetch({ runs: memoryRunStore() }));
    expect(() => createImageNodeHandler(options(noted, memoryRunStore()))).toThrow(/another run store/);
    expect(() => createImageNodeHandler(options(noted))).toThrow(/its handler got none/);
  });

  it("takes one with its own run store, and one that notes nothing", () => {
    const runs = memoryRunStore();
    expect(() => createImageNodeHandler(options(model(createProviderFetch({ runs })), runs))).not.toThrow();
    expect(() => createImageNodeHandler(options(model(createGuardedFetch()), runs))).not.toThrow();
  });
});
