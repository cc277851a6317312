import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import { openAccount } from "../openAccount.js";
import { createImage, until } from "../testBackend.js";
import { age, begin, bodyOf, holdFirst, readRun, untilEnded } from "./journalHelpers.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

function createShared() {
  const account = openAccount();
  const { spending } = account;
  const shared = { runs: memoryRunStore(), storage: memoryStorage(), spending, limits: { timeoutMs: 300 } };
  return { ...account, shared };
}

describe("a handler that goes on with runs itself", () => {
  it("does not settle an overdue run as unknown whose image it begins to fetch", async () => {
    const { shared, settlements } = createShared();
    const { runs } = shared;
    const prompt = "overdue and fetched";
    const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("luma", prompt), prompt);
    await held;
    await untilEnded(first, id);
    first.die();
    const spending = { state: "open", token: `token of ${id}`, settleAfter: Date.now() - 1 } as const;
    await age(runs, id, { spending });
    // Any request lets it look for what is overdue.
    await startProcess(pollers.origin, shared).get("gen_other");
    await until(async () => (await readRun(runs, id)).spending?.state === "closed");
    expect(settlements).toMatchObject([{ id, token: `token of ${id}`, charged: true }]);
    expect((await readRun(runs, id)).late).not.toBeNull();
  });

  it("settles the late image that it waits for once, whoever looks meanwhile", async () => {
    const { shared, settlements } = createShared();
    const { runs } = shared;
    const prompt = "late and looked at";
    let polls = 0;
    let release: (value: undefined) => void = () => undefined;
    const released = new Promise<undefined>((resolve) => (release = resolve));
    pollers.hook((event) => {
      if (event.step !== "poll" || !event.prompt.startsWith(prompt)) return undefined;
      polls += 1;
      return released;
    });
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("luma", prompt), prompt);
    await untilEnded(first, id);
    const readers = [1, 2].map(() => startProcess(pollers.origin, shared));
    for (const reader of readers) await reader.get(id);
    for (const reader of readers) await reader.get("gen_other");
    expect([polls, settlements]).toEqual([1, []]);
    expect((await readRun(runs, id)).spending?.state).toBe("open");
    release(undefined);
    await until(async () => (await readRun(runs, id)).spending?.state === "closed");
    expect(settlements).toMatchObject([{ id, token: `token of ${id}`, charged: true }]);
    expect((await readRun(runs, id)).late).not.toBeNull();
  });

  it("leaves the settlement to another that fetches the image, once that has taken it over", async () => {
    const { shared, settlements } = createShared();
    const { runs } = shared;
    const prompt = "late and taken over";
    const release: ((value: Response | undefined) => void)[] = [];
    pollers.hook((event) => {
      if (event.step !== "poll" || !event.prompt.startsWith(prompt) || release.length === 2) return undefined;
      return new Promise<Response | undefined>((resolve) => release.push(resolve));
    });
    const first = startProcess(pollers.origin, shared);
    const id = await begin(first, bodyOf("luma", prompt), prompt);
    await untilEnded(first, id);
    const { execution } = await readRun(runs, id);
    // The first says nothing for too long.
    await age(runs, id);
    await startProcess(pollers.origin, shared).get(id);
    await until(() => release.length === 2);
    expect((await readRun(runs, id)).execution).not.toBe(execution);
    // The first hears of a failure that the other does not.
    release[0]?.(new Response("{}", { status: 404 }));
    release[1]?.(undefined);
    await until(async () => (await readRun(runs, id)).spending?.state === "closed");
    expect(settlements).toMatchObject([{ id, charged: true }]);
  });
});
