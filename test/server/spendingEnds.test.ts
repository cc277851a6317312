import { describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunStore, SpendingOptions } from "image-generation-node/server";
import { openAccount } from "./openAccount.js";
import { holdClocks, small, startSlow, statusOf } from "./runHelpers.js";
import { body, createTestBackend, deferred, succeed, until } from "./testBackend.js";

const PRICE = [{ currency: "USD", min: "0.04", max: "0.04" }];

/** A store over the same runs, of a process that dies at a moment: from then on it hears no answer. */
function dieBefore(runs: RunStore, dies: (call: keyof RunStore) => boolean): RunStore {
  let isDead = false;
  return new Proxy(runs, {
    get(target, name: keyof RunStore) {
      const member = target[name];
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        isDead ||= dies(name);
        return isDead ? new Promise(() => undefined) : Reflect.apply(member, target, given);
      };
    },
  });
}

/** Lets another process of the same host look for what is overdue, in the background of a request. */
async function look(runs: RunStore, spending: SpendingOptions): Promise<void> {
  await createTestBackend({ runs, spending, generate: small }).get("/catalog");
}

describe("a run that was cancelled", () => {
  it("is settled with its image, when that comes late", async () => {
    const { spending, settlements } = openAccount();
    const { backend, gate, id } = await startSlow({ spending });
    await backend.remove(`/generations/${id}`);
    expect(settlements).toEqual([]);
    gate.resolve(await small());
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, charged: true, price: PRICE }]);
    expect((await statusOf(backend, id)).late).toBeDefined();
  });

  it("is settled with its image once, when that comes before its process has heard of the cancel", async () => {
    const { spending, settlements } = openAccount();
    const store = memoryRunStore();
    const runs = { ...store, subscribe: async () => () => undefined };
    const { backend, gate, id } = await startSlow({ spending, runs });
    await backend.remove(`/generations/${id}`);
    gate.resolve(await small());
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, charged: true, price: PRICE }]);
  });

  it("is settled as unknown, once its model has given up", async () => {
    const { spending, settlements } = openAccount();
    const { backend, gate, id } = await startSlow({ spending });
    await backend.remove(`/generations/${id}`);
    gate.reject(new Error("aborted"));
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, charged: null, price: [] }]);
  });

  it("is settled as unknown, when its image came too late", async () => {
    const { pass } = holdClocks();
    const { spending, settlements } = openAccount();
    const { id } = await startSlow({ spending });
    await pass(60_000);
    expect(settlements).toEqual([]);
    await pass(120_000);
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, charged: null }]);
  });

  it("while the host was asked is settled with its token, and calls no model", async () => {
    const { spending, requests, settlements } = openAccount();
    const asked = deferred<null>();
    const reserve: SpendingOptions["reserve"] = async (request) => {
      const answer = spending.reserve(request);
      await asked.promise;
      return answer;
    };
    const onGeneration = vi.fn();
    const hooks = { onGeneration };
    const backend = createTestBackend({ spending: { ...spending, reserve }, generate: small, hooks });
    const answer = backend.post("/generations", body());
    await until(() => requests.length === 1);
    const id = requests[0]?.id ?? "";
    await backend.remove(`/generations/${id}`);
    asked.resolve(null);
    expect(await (await answer).json()).toMatchObject({ kind: "cancelled", charged: false });
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, token: `token of ${id}`, charged: false }]);
    expect(backend.images).toEqual([]);
    expect(onGeneration.mock.calls).toMatchObject([[{ id, status: "cancelled", charged: false }]]);
  });
});

describe("a host whose `settle` fails", () => {
  const failing = (times: number) => {
    const account = openAccount();
    let calls = 0;
    const settle: SpendingOptions["settle"] = (settlement) => {
      calls += 1;
      if (calls <= times) throw new Error("The books are closed.");
      return account.spending.settle(settlement);
    };
    return { ...account, spending: { ...account.spending, settle }, calls: () => calls };
  };

  it("is asked again after growing pauses, and keeps nobody waiting", async () => {
    const { pass } = holdClocks();
    const { spending, settlements, calls } = failing(4);
    const onError = vi.fn();
    const work: Promise<unknown>[] = [];
    const backend = createTestBackend({
      spending,
      generate: small,
      hooks: { onError },
      waitUntil: (promise) => void work.push(promise),
    });
    await succeed(await backend.post("/generations", body()));
    const after = [];
    for (const ms of [0, 500, 1_000, 2_000, 4_000]) {
      await pass(ms);
      after.push(calls());
    }
    expect(after).toEqual([1, 2, 3, 4, 5]);
    await Promise.all(work);
    expect(settlements).toMatchObject([{ charged: true }]);
    expect(onError).not.toHaveBeenCalled();
  });

  it("is asked again by whoever looks for what is overdue, when it kept failing", async () => {
    const { pass } = holdClocks();
    const { spending, settlements, calls } = failing(5);
    const onError = vi.fn();
    const runs = memoryRunStore();
    const backend = createTestBackend({ spending, runs, generate: small, hooks: { onError } });
    await succeed(await backend.post("/generations", body()));
    await pass(7_500);
    expect(calls()).toBe(5);
    expect(onError).toHaveBeenCalledTimes(1);
    await look(runs, spending);
    await pass(59_000);
    expect(calls()).toBe(5);
    await pass(2_000);
    await look(runs, spending);
    await until(() => settlements.length === 1);
    expect(calls()).toBe(6);
    await until(async () => (await runs.openReservations?.(Number.POSITIVE_INFINITY, 9))?.length === 0);
  });

  it("keeps nobody waiting when it does not answer, and is asked again", async () => {
    const { pass } = holdClocks();
    const account = openAccount();
    const calls: string[] = [];
    const settle: SpendingOptions["settle"] = ({ id }) => {
      calls.push(id);
      return calls.length === 1 ? new Promise(() => undefined) : undefined;
    };
    const backend = createTestBackend({ spending: { ...account.spending, settle }, generate: small });
    const { id } = await succeed(await backend.post("/generations", body()));
    await pass(30_500);
    expect(calls).toEqual([id, id]);
  });
});

describe("what a process that died has left open", () => {
  it("is settled without a token by whoever looks, where it died before it could note one", async () => {
    const { pass } = holdClocks();
    const { spending, requests, settlements } = openAccount();
    const runs = memoryRunStore();
    const dying = dieBefore(runs, (call) => call === "update" && requests.length > 0);
    void createTestBackend({ spending, runs: dying }).post("/generations", body());
    await until(() => requests.length === 1);
    await pass(36_000);
    await look(runs, spending);
    const id = requests[0]?.id ?? "";
    await until(async () => (await runs.get("workspace", id))?.status === "failed");
    expect(settlements).toEqual([]);
    await pass(60_000);
    await look(runs, spending);
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, token: null, charged: false }]);
  });

  it("is settled once by many that look at once, when no late image can come any more", async () => {
    const { pass } = holdClocks();
    const { spending, requests, settlements } = openAccount();
    const runs = memoryRunStore();
    let isDrawn = false;
    const dying = dieBefore(runs, () => isDrawn);
    const generate = () => {
      isDrawn = true;
      return new Promise<Uint8Array>(() => undefined);
    };
    void createTestBackend({ spending, runs: dying, generate }).post("/generations", body());
    await until(() => isDrawn);
    const id = requests[0]?.id ?? "";
    await pass(66_000);
    const backends = Array.from({ length: 5 }, () => createTestBackend({ runs, spending }));
    await Promise.all(backends.map((backend) => backend.get("/catalog")));
    await until(async () => (await runs.get("workspace", id))?.status === "failed");
    await pass(119_000);
    await Promise.all(backends.map((backend) => backend.get("/catalog")));
    expect(settlements).toEqual([]);
    await pass(70_000);
    await Promise.all(backends.map((backend) => backend.get("/catalog")));
    await until(async () => (await runs.get("workspace", id))?.spending?.state === "closed");
    expect(settlements).toMatchObject([{ id, token: `token of ${id}`, charged: null }]);
  });

  it("is settled with the image that it had stored and could not tell of", async () => {
    const { pass } = holdClocks();
    const { spending, requests, settlements } = openAccount();
    const runs = memoryRunStore();
    let changes = 0;
    // The last change but one says what is about to be stored.
    const dying = dieBefore(runs, (call) => call === "update" && requests.length > 0 && (changes += 1) > 4);
    const backend = createTestBackend({ spending, runs: dying, generate: small });
    void backend.post("/generations", body());
    const read = () => runs.get("workspace", requests[0]?.id ?? "");
    await until(async () => (await read())?.storing !== null && requests.length > 0);
    const { output } = (await read())?.storing ?? {};
    await until(async () => (await backend.storage.stat(output?.attachmentId ?? "")) !== null);
    await pass(200_000);
    const { storage } = backend;
    const other = createTestBackend({ runs, spending, storage });
    await other.get("/catalog");
    await until(async () => (await read())?.late !== null);
    await pass(200_000);
    await other.get("/catalog");
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ charged: true, price: PRICE }]);
  });
});

it("looks for what is overdue every 30 seconds at most, and lets `waitUntil` wait for it", async () => {
  const { pass } = holdClocks();
  const { spending } = openAccount();
  const store = memoryRunStore();
  const openReservations = vi.fn(async () => []);
  const work: unknown[] = [];
  const waitUntil = (promise: Promise<unknown>) => void work.push(promise);
  const backend = createTestBackend({ spending, waitUntil, runs: { ...store, openReservations } });
  const plain = createTestBackend({ runs: { ...store, openReservations } });
  for (const _ of "123") await Promise.all([backend.get("/catalog"), plain.get("/catalog")]);
  expect([openReservations.mock.calls.length, work.length]).toEqual([1, 1]);
  await pass(30_000);
  for (const _ of "123") await backend.get("/catalog");
  expect(openReservations).toHaveBeenCalledTimes(2);
});
