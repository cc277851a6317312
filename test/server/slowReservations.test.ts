import { describe, expect, it, vi } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { Reservation, RunStore, SpendingOptions } from "image-generation-node/server";
import { openAccount } from "./openAccount.js";
import { holdClocks, small } from "./runHelpers.js";
import { body, createTestBackend, deferred, until } from "./testBackend.js";

/** An account that answers when it is told to. */
function createSlow() {
  const account = openAccount();
  const gate = deferred<Reservation>();
  const reserve: SpendingOptions["reserve"] = (request) => {
    account.requests.push(request);
    return gate.promise;
  };
  return { ...account, gate, spending: { ...account.spending, reserve } };
}

describe("an account that takes too long to reserve", () => {
  it("refuses the run after 30 seconds, and both ends are settled", async () => {
    const { pass } = holdClocks();
    const { spending, settlements, requests, gate } = createSlow();
    const onError = vi.fn();
    const runs = memoryRunStore();
    const backend = createTestBackend({ runs, spending, generate: small, hooks: { onError } });
    const answer = backend.post("/generations", body());
    await until(() => requests.length === 1);
    await pass(30_000);
    const id = requests[0]?.id ?? "";
    expect(await (await answer).json()).toMatchObject({ kind: "internal", charged: false, id });
    const message = expect.stringMatching(/`spending.reserve` did not answer within 30 seconds/) as string;
    const cause = expect.objectContaining({ message }) as object;
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ id, cause }));
    await until(() => settlements.length === 1);
    expect(settlements).toMatchObject([{ id, token: null, charged: false }]);
    await until(async () => (await runs.get("workspace", id))?.spending?.state === "closed");

    // What it reserved after all, only this process hears.
    gate.resolve({ ok: true, token: "late" });
    await until(() => settlements.length === 2);
    expect(settlements[1]).toMatchObject({ id, token: "late", charged: false });
    await until(async () => (await runs.get("workspace", id))?.spending?.state === "closed");
    expect(backend.images).toEqual([]);
  });

  it.each([
    [
      "a refusal",
      (gate: ReturnType<typeof createSlow>["gate"]) => gate.resolve({ ok: false, kind: "forbidden" }),
    ],
    ["an error", (gate: ReturnType<typeof createSlow>["gate"]) => gate.reject(new Error("No."))],
  ])("says nothing more by %s that comes later", async (_, end) => {
    const { pass } = holdClocks();
    const { spending, settlements, requests, gate } = createSlow();
    const backend = createTestBackend({ spending, generate: small });
    const answer = backend.post("/generations", body());
    await until(() => requests.length === 1);
    await pass(30_000);
    await answer;
    await until(() => settlements.length === 1);
    end(gate);
    await pass(1_000);
    expect(settlements).toMatchObject([{ token: null }]);
  });
});

describe("a token that cannot be noted", () => {
  const failing = (update: RunStore["update"]): RunStore => ({ ...memoryRunStore(), update });

  it.each<[string, RunStore["update"]]>([
    ["because the store fails", () => Promise.reject(new Error("No disk."))],
    ["because the run takes no change", () => Promise.resolve(null)],
  ])("%s is settled by the process that knows it, and no model is called", async (_, update) => {
    const { spending, settlements } = openAccount();
    const backend = createTestBackend({ runs: failing(update), spending, generate: small });
    expect((await backend.post("/generations", body())).status).toBeGreaterThanOrEqual(500);
    await until(() => settlements.length === 1);
    const { id } = settlements[0] ?? {};
    const usage = { items: [] };
    expect(settlements).toMatchObject([{ token: `token of ${id}`, charged: false, usage, price: [] }]);
    expect(backend.images).toEqual([]);
  });

  it("is told again to an account that fails", async () => {
    const { pass } = holdClocks();
    const { spending, settlements } = openAccount();
    let failures = 4;
    const settle: SpendingOptions["settle"] = (settlement) => {
      failures -= 1;
      if (failures >= 0) throw new Error("The books are closed.");
      return spending.settle(settlement);
    };
    const runs = failing(() => Promise.reject(new Error("No disk.")));
    const backend = createTestBackend({ runs, spending: { ...spending, settle }, generate: small });
    await backend.post("/generations", body());
    await pass(7_500);
    await until(() => settlements.length === 1);
  });
});
