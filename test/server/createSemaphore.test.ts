import { describe, expect, it } from "vitest";
import { createSemaphore } from "../../src/server/models/createSemaphore.js";

const never = new AbortController().signal;

describe("createSemaphore", () => {
  it("lets as many in as there are places, and one more for each that leaves, however often it says so", async () => {
    const places = createSemaphore(1);
    const leave = await places.take("a", never, 1_000);
    let entered = false;
    const second = places.take("a", never, 1_000).then((leaveSecond) => {
      entered = true;
      return leaveSecond;
    });
    await (
      await places.take("b", never, 1_000)
    )();
    expect(entered).toBe(false);
    leave();
    leave();
    const leaveSecond = await second;
    await expect(
      Promise.race([places.take("a", never, 1_000), Promise.resolve("still waiting")]),
    ).resolves.toBe("still waiting");
    leaveSecond();
  });

  it("refuses as overloaded when nobody leaves in time", async () => {
    const places = createSemaphore(1);
    await places.take("a", never, 1_000);
    await expect(places.take("a", never, 10)).rejects.toMatchObject({ kind: "overloaded", charged: false });
  });

  it("stops waiting when it is cancelled, and the place stays free for others", async () => {
    const places = createSemaphore(1);
    const leave = await places.take("a", never, 1_000);
    const controller = new AbortController();
    const waiting = places.take("a", controller.signal, 1_000);
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    leave();
    await expect(places.take("a", never, 1_000)).resolves.toBeTypeOf("function");
  });
});
