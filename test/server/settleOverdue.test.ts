import { describe, expect, it, vi } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { RunStore, Settlement, SpendingOptions } from "image-generation-node/server";
import { createHandlerContext } from "../../src/server/createHandlerContext.js";
import { createReservationKeeper } from "../../src/server/queue/createReservationKeeper.js";
import { createRests } from "../../src/server/spending/createRests.js";
import { settleOverdue } from "../../src/server/spending/settleOverdue.js";
import { holdClocks } from "./runHelpers.js";
import { queued } from "./runStoreSuite.js";
import { BASE } from "./testBackend.js";

/** A handler over runs of which one workspace's account hangs, and some records never take a change. */
function createHost({ hangs = "nobody", takesMs = 0, stuck = (_: string): boolean => false } = {}) {
  const store = memoryRunStore();
  const told: string[] = [];
  const asked: string[] = [];
  const settle: SpendingOptions["settle"] = async ({ scope, token }: Settlement) => {
    asked.push(token ?? "");
    if (scope === hangs) return new Promise(() => undefined);
    if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
    told.push(token ?? "");
  };
  const update: RunStore["update"] = async (...given) => (stuck(given[1]) ? null : store.update(...given));
  const openReservations = vi.fn((until: number, limit: number) =>
    Promise.resolve(store.openReservations?.(until, limit) ?? []),
  );
  const onError = vi.fn();
  const handler = createHandlerContext({
    runs: { ...store, update, openReservations },
    imageModels: {},
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    publicUrl: BASE,
    spending: { reserve: () => ({ ok: true, token: "" }), settle },
    hooks: { onError },
  });
  const leave = async (scope: string, token: string, settleAfter = 1) => {
    const spending = { state: "open", token, settleAfter } as const;
    await store.create(queued({ id: token, scope, status: "failed", endedAt: 1, spending }));
  };
  return { handler, told, asked, leave, onError, openReservations };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Lets time go by until work is done; returns the milliseconds. */
async function timeOf(work: Promise<unknown>, pass: (ms: number) => Promise<unknown>): Promise<number> {
  const begun = Date.now();
  let isDone = false;
  void work.then(() => (isDone = true));
  while (!isDone) await pass(500);
  return Date.now() - begun;
}

describe("a look for overdue reservations", () => {
  it("passes records by that take no change, and leaves them alone for a while", async () => {
    const { pass } = holdClocks();
    const { handler, told, leave, onError, openReservations } = createHost({
      stuck: (id) => id.startsWith("bad"),
    });
    for (const index of numbers(60)) await leave(`workspace ${index}`, `bad ${index}`, 1);
    for (const index of numbers(3)) await leave("w", `good ${index}`, 2);
    await timeOf(settleOverdue(handler), pass);
    expect(told).toEqual(["good 0", "good 1", "good 2"]);
    expect(onError).toHaveBeenCalledTimes(60);
    // What is left alone does not hide what comes after it, and costs one look at the store.
    openReservations.mockClear();
    await leave("w", "good 3", 3);
    await timeOf(settleOverdue(handler), pass);
    expect(told).toContain("good 3");
    expect(openReservations).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledTimes(60);
    await pass(300_000);
    await timeOf(settleOverdue(handler), pass);
    expect(onError).toHaveBeenCalledTimes(120);
  });

  it("goes on with other workspaces while the account of one hangs, and then leaves that alone", async () => {
    const { pass } = holdClocks();
    const { handler, told, asked, leave } = createHost({ hangs: "slow" });
    for (const index of numbers(120)) await leave("slow", `slow ${index}`, 1);
    for (const index of numbers(3)) await leave("quick", `quick ${index}`, 2);
    expect(await timeOf(settleOverdue(handler), pass)).toBeLessThanOrEqual(31_000);
    await timeOf(settleOverdue(handler), pass);
    expect(told).toEqual(["quick 0", "quick 1", "quick 2"]);
    expect(asked.filter((token) => token.startsWith("slow"))).toEqual(["slow 0"]);
    await pass(60_000);
    await timeOf(settleOverdue(handler), pass);
    expect(asked.filter((token) => token.startsWith("slow"))).toEqual(["slow 0", "slow 1"]);
  });

  it("begins nothing more after 30 seconds", async () => {
    const { pass } = holdClocks();
    const { handler, asked, leave } = createHost({ takesMs: 4_000 });
    for (const index of numbers(30)) await leave("w", `token ${index}`);
    expect(await timeOf(settleOverdue(handler), pass)).toBeLessThanOrEqual(35_000);
    expect(asked).toHaveLength(8);
  });

  it("ends with what is under way when the worker closes", async () => {
    const { pass } = holdClocks();
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    const { handler, asked, leave } = createHost({ takesMs: 4_000 });
    for (const index of numbers(30)) await leave("w", `token ${index}`);
    const worker = { settleOverdue: (signal?: AbortSignal) => settleOverdue(handler, signal) };
    const keeper = createReservationKeeper(worker, 5_000, () => undefined);
    await pass(5_000);
    expect(await timeOf(keeper.close(), pass)).toBeLessThanOrEqual(4_500);
    await pass(60_000);
    expect(asked).toEqual(["token 0"]);
  });

  it("begins nothing where the worker closes already", async () => {
    const { handler, asked, leave } = createHost();
    await leave("w", "token");
    await settleOverdue(handler, AbortSignal.abort());
    expect(asked).toEqual([]);
  });
});

it("remembers 2,000 names that are left alone, and forgets the oldest first", () => {
  const rests = createRests();
  for (const index of numbers(2_001)) rests.add(String(index), 60_000);
  expect([rests.has("0"), rests.has("1"), rests.has("2000")]).toEqual([false, true, true]);
});
