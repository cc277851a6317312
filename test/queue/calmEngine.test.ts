import { afterEach, describe, expect, it, vi } from "vitest";
import { boundPatience } from "../../src/server/queue/engine/boundPatience.js";
import { pauseAfterFailures } from "../../src/server/queue/engine/pauseAfterFailures.js";
import { reportOnce } from "../../src/server/queue/store/reportOnce.js";

afterEach(() => void vi.useRealTimers());

describe("reportOnce", () => {
  it("reports the same error once in five seconds, and every other one", () => {
    let now = 0;
    const said: string[] = [];
    const report = reportOnce(
      ({ message }) => void said.push(message),
      () => now,
    );
    for (; now < 10_000; now += 4) report(new Error("lost"));
    report(new Error("another"));
    expect(said).toEqual(["lost", "lost", "another"]);
  });
});

type Backend = Parameters<typeof pauseAfterFailures>[0]["backend"];

describe("pauseAfterFailures", () => {
  it("waits longer after each failure, at most two seconds, and not after a job", async () => {
    vi.useFakeTimers();
    let fails = true;
    const moveToActive = () => (fails ? Promise.reject(new Error("full")) : Promise.resolve(["job"]));
    const { backend } = pauseAfterFailures({ backend: { moveToActive } as unknown as Backend });
    const take = async () => {
      const begun = Date.now();
      const outcome = backend.moveToActive("token").catch(() => "failed");
      await vi.runAllTimersAsync();
      return [await outcome, Date.now() - begun];
    };
    const pauses = [100, 200, 400, 800, 1_600, 2_000, 2_000];
    for (const pause of pauses) expect(await take()).toEqual(["failed", pause]);
    fails = false;
    expect(await take()).toEqual([["job"], 0]);
    fails = true;
    expect(await take()).toEqual(["failed", 100]);
  });
});

describe("boundPatience", () => {
  const never = () => new Promise<never>(() => undefined);
  const queueOf = () => ({ waitUntilReady: () => never(), close: () => never(), on: () => undefined });

  it("drops the connections five seconds after the last work", async () => {
    vi.useFakeTimers();
    let isBusy = true;
    let droppedAt = 0;
    const begun = Date.now();
    const drop = () => void (droppedAt = Date.now() - begun);
    const queue = boundPatience(queueOf(), { startMs: 1_000, isBusy: () => isBusy, drop });
    const closing = queue.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(droppedAt).toBe(0);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(6_000);
    await closing;
    expect(droppedAt).toBeGreaterThanOrEqual(64_900);
    expect(queue.close()).toBe(queue.close());
  });

  it("rejects a start that nobody answers", async () => {
    vi.useFakeTimers();
    const queue = boundPatience(queueOf(), { startMs: 1_000, drop: () => undefined });
    const start = expect(queue.waitUntilReady()).rejects.toThrow("did not answer within 1000 ms.");
    await vi.advanceTimersByTimeAsync(1_000);
    await start;
  });
});
