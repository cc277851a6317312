import { describe, expect, it } from "vitest";
import { memoryRunStore } from "image-generation-node/server";
import type { RunStore } from "image-generation-node/server";
import { openAccount } from "./openAccount.js";
import { failure, holdClocks, small, statusOf } from "./runHelpers.js";
import { queued } from "./runStoreSuite.js";
import { createTestBackend, until } from "./testBackend.js";

/** A host's own run store, which does not find open reservations. */
function plainStore(): RunStore {
  const { openReservations: _, ...runs } = memoryRunStore();
  return runs;
}

/** Leaves an ended run behind whose process died before it could settle it. */
async function leaveBehind(settleAfter = Date.now() - 1) {
  const runs = plainStore();
  const account = openAccount();
  const spending = { state: "settling", token: "the token", settleAfter } as const;
  const run = queued({ scope: "workspace", status: "failed", endedAt: 1, spending });
  await runs.create(run);
  return { runs, id: run.id, ...account };
}

describe("with a run store that finds no open reservations", () => {
  it("whoever reads a run settles what a process that died has left open", async () => {
    const { runs, id, spending, settlements } = await leaveBehind();
    const work: Promise<unknown>[] = [];
    const waitUntil = (promise: Promise<unknown>) => void work.push(promise);
    const backend = createTestBackend({ runs, spending, generate: small, waitUntil });
    await Promise.all([statusOf(backend, id), statusOf(backend, id)]);
    await Promise.all(work);
    expect(settlements).toMatchObject([{ id, token: "the token" }]);
    expect((await runs.get("workspace", id))?.spending?.state).toBe("closed");
    await statusOf(backend, id);
    expect(settlements).toHaveLength(1);
  });

  it("a reader leaves a settlement to the process that is about to tell it", async () => {
    const { pass } = holdClocks();
    const { runs, id, spending, settlements } = await leaveBehind(Date.now() + 60_000);
    const backend = createTestBackend({ runs, spending, generate: small });
    await statusOf(backend, id);
    expect((await runs.get("workspace", id))?.spending?.state).toBe("settling");
    await pass(60_000);
    await statusOf(backend, id);
    await until(() => settlements.length === 1);
  });

  it("a later reader asks an account again that failed", async () => {
    const { pass } = holdClocks();
    const { runs, id, spending, settlements } = await leaveBehind();
    let isClosed = true;
    const settle: typeof spending.settle = (settlement) =>
      isClosed ? failure(500)() : spending.settle(settlement);
    const backend = createTestBackend({ runs, spending: { ...spending, settle }, generate: small });
    await statusOf(backend, id);
    await until(async () => (await runs.get("workspace", id))?.spending?.state === "open");
    isClosed = false;
    await pass(60_000);
    await statusOf(backend, id);
    await until(() => settlements.length === 1);
  });
});
