import { ImageNodeError } from "image-generation-node/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createBatchPace } from "../../src/client/createBatchPace.js";

afterEach(() => void vi.useRealTimers());

describe("the pause of a batch", () => {
  it.each([-86_400_000, 86_400_000])(
    "is as long as it was asked for when the clock is set by %i ms",
    async (ms) => {
      vi.useFakeTimers({ toFake: ["Date"] });
      let passed = 0;
      const pauses: number[] = [];
      const pause = async (length: number) => {
        pauses.push(length);
        passed += length;
      };
      const pace = createBatchPace(pause, () => passed);
      pace.hold(new ImageNodeError({ kind: "rate_limited", charged: false }), 5_000);
      vi.setSystemTime(Date.now() + ms);
      await pace.ready(new AbortController().signal);
      expect(pauses).toEqual([5_000]);
    },
  );

  it("is measured by a clock that nobody sets", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const pauses: number[] = [];
    const over = new Error("over");
    const pace = createBatchPace(async (length) => {
      pauses.push(length);
      throw over;
    });
    pace.hold(new ImageNodeError({ kind: "rate_limited", charged: false }), 60_000);
    vi.setSystemTime(Date.now() + 120_000);
    await expect(pace.ready(new AbortController().signal)).rejects.toBe(over);
    expect(pauses[0]).toBeGreaterThan(0);
  });

  it("that nobody waits for refuses those who come meanwhile, with what is left of it, and ends", async () => {
    let passed = 0;
    const pace = createBatchPace(undefined, () => passed);
    const { signal } = new AbortController();
    const refuse = (retryAfterMs: number) =>
      pace.hold(new ImageNodeError({ kind: "rate_limited", charged: false, retryAfterMs }), retryAfterMs);
    refuse(60_000);
    passed = 20_000;
    // One that was under way hears of a shorter pause later.
    refuse(31_000);
    await expect(pace.ready(signal)).rejects.toMatchObject({ kind: "rate_limited", retryAfterMs: 40_000 });
    passed = 60_000;
    await expect(pace.ready(signal)).resolves.toBeUndefined();
  });
});
