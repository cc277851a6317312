import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import { openAccount } from "../openAccount.js";
import { createImage, until } from "../testBackend.js";
import { age, begin, bodyOf, holdFirst, never, readRun } from "./journalHelpers.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

/** A run whose process died while it asked for the image; and another process. */
async function leaveBehind(prompt: string, patch: Parameters<typeof age>[2] = {}, limits = {}) {
  const account = openAccount();
  const { spending } = account;
  const runs = memoryRunStore();
  const dispatch = () => Promise.resolve();
  const shared = { runs, storage: memoryStorage(), dispatch, spending, limits };
  const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
  const first = startProcess(pollers.origin, shared);
  const id = await begin(first, bodyOf("luma", prompt), prompt);
  void first.deliver(id);
  await held;
  first.die();
  await age(runs, id, patch);
  const settled = async (charged: boolean | null, kinds: readonly string[]) => {
    await until(async () => (await readRun(runs, id)).spending?.state === "closed");
    expect(account.settlements).toMatchObject([{ id, token: `token of ${id}`, charged }]);
    expect(account.settlements[0]?.usage.items.map(({ kind }) => kind)).toEqual(kinds);
  };
  return { runs, id, next: startProcess(pollers.origin, shared), settled, ...account };
}

describe("a reservation whose process died", () => {
  it("is settled by the process that goes on with the image", async () => {
    const { id, next, settled } = await leaveBehind("settled in time");
    await next.deliver(id);
    await settled(true, ["image"]);
  });

  it("waits for the process that fetches the image after the run's time", async () => {
    const { runs, id, next, settled, settlements } = await leaveBehind("settled late", {
      deadlineAt: Date.now() - 6_000,
    });
    await next.get(id);
    const { status, spending } = await readRun(runs, id);
    expect([status, spending?.state]).toEqual(["failed", "open"]);
    // Its time is nearly over when that process comes.
    await age(runs, id, {
      spending: { state: "open", token: `token of ${id}`, settleAfter: Date.now() + 60_000 },
    });
    let isAsked = false;
    let release: (value: undefined) => void = () => undefined;
    const released = new Promise<undefined>((resolve) => (release = resolve));
    pollers.hook(({ step, prompt }) => {
      if (step !== "poll" || !prompt.startsWith("settled late")) return undefined;
      isAsked = true;
      return released;
    });
    const delivered = next.deliver(id);
    await until(() => isAsked);
    expect((await readRun(runs, id)).spending?.settleAfter).toBeGreaterThan(Date.now() + 120_000);
    expect(settlements).toEqual([]);
    release(undefined);
    await delivered;
    await settled(true, ["image"]);
  });

  it("is settled as unknown, once nobody can fetch the image any more", async () => {
    const limits = { lateMs: 100 };
    const patch = { deadlineAt: Date.now() - 6_000 };
    const { id, next, settled } = await leaveBehind("settled in vain", patch, limits);
    pollers.hook(({ step, prompt }) =>
      step === "poll" && prompt.startsWith("settled in vain") ? never() : undefined,
    );
    await next.deliver(id);
    await settled(null, []);
  });

  it("is settled with the image that it had stored, where the run is delivered again", async () => {
    const account = openAccount();
    const runs = memoryRunStore();
    const storage = memoryStorage();
    const { spending } = account;
    const shared = { runs, storage, dispatch: () => Promise.resolve(), spending };
    let die: () => void = () => undefined;
    const put: typeof storage.put = async (...given) => {
      const stored = await storage.put(...given);
      die();
      return stored;
    };
    const first = startProcess(pollers.origin, { ...shared, storage: { ...storage, put } });
    die = () => first.die();
    const id = await begin(first, bodyOf("luma", "stored and settled"), "stored");
    void first.deliver(id);
    await until(async () => {
      const { storing } = await readRun(runs, id);
      return storing !== null && (await storage.stat(storing.output.attachmentId)) !== null;
    });
    await age(runs, id);
    await startProcess(pollers.origin, shared).deliver(id);
    await until(() => account.settlements.length > 0);
    expect(account.settlements).toMatchObject([{ id, charged: true }]);
    expect(await readRun(runs, id)).toMatchObject({ status: "succeeded" });
  });
});
