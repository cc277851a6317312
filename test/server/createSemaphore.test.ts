import { describe, expect, it } from "vitest";
import { createSemaphore } from "../../src/server/models/createSemaphore.js";

const never = new AbortController().signal;

describe("createSemaphore", () => {
  it("lets as many in as there are permits, and one more for each that leaves, however often it says so", async () => {
    const semaphore = createSemaphore(1);
    const leave = await semaphore.acquire("a", never, 1_000);
    let entered = false;
    const second = semaphore.acquire("a", never, 1_000).then((leaveSecond) => {
      entered = true;
      return leaveSecond;
    });
    await (
      await semaphore.acquire("b", never, 1_000)
    )();
    expect(entered).toBe(false);
    leave();
    leave();
    const leaveSecond = await second;
    await expect(
      Promise.race([semaphore.acquire("a", never, 1_000), Promise.resolve("still waiting")]),
    ).resolves.toBe("still waiting");
    leaveSecond();
  });

  it("refuses as overloaded when nobody leaves in time", async () => {
    const semaphore = createSemaphore(1);
    await semaphore.acquire("a", never, 1_000);
    await expect(semaphore.acquire("a", never, 10)).rejects.toMatchObject({
      kind: "overloaded",
      charged: false,
    });
  });

  it("stops waiting when it is cancelled, and the permit stays free for others", async () => {
    const semaphore = createSemaphore(1);
    const leave = await semaphore.acquire("a", never, 1_000);
    const controller = new AbortController();
    const waiting = semaphore.acquire("a", controller.signal, 1_000);
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    leave();
    await expect(semaphore.acquire("a", never, 1_000)).resolves.toBeTypeOf("function");
  });
});
