import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { chain, createSetup, folder, http, image, statusOf, trigger } from "./engineSetup.js";

describe("the recipe's engine", () => {
  it("hands each node the outputs of the nodes before it, down to the bytes at the other end", async () => {
    const { engine, received } = createSetup();
    await engine.start(chain([trigger, image, folder]));
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "succeeded", n3: "succeeded" });
    expect(engine.getSnapshot().status).toBe("succeeded");
    const [request] = await received();
    expect(request).toMatchObject({
      method: "PUT",
      path: expect.stringMatching(/^folders\/Marketing\/.+\.png$/),
    });
    expect(request?.files[0]).toMatchObject({ type: "image/png" });
    expect(engine.getSnapshot().nodes.n2?.output).toMatchObject({ prompt: "A mug", aspectRatio: "square" });
  });

  it("stops what comes after a failed node, and says so", async () => {
    const { engine, received } = createSetup();
    await engine.start(
      chain([trigger, http("n2", "/api/receiver/fail/503"), http("n3", "/api/receiver/later")]),
    );
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "failed", n3: "skipped" });
    expect(engine.getSnapshot()).toMatchObject({
      status: "failed",
      nodes: { n2: { error: expect.stringContaining("503") } },
    });
    expect(await received()).toEqual([]);
  });

  it("goes on after a failed node that may fail", async () => {
    const { engine, received } = createSetup();
    await engine.start(
      chain([trigger, http("n2", "/api/receiver/fail/503", "continue"), http("n3", "/api/receiver/later")]),
    );
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "failed", n3: "succeeded" });
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect((await received()).map(({ path }) => path)).toEqual(["later"]);
  });

  it("stops before anything is spent when a variable is missing", async () => {
    const { engine, backend } = createSetup();
    const broken = {
      ...image,
      config: createImageNodeConfig({ prompt: { template: "A {{n9.output.gone}}" } }),
    };
    await engine.start(chain([trigger, broken, folder]));
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "failed", n3: "skipped" });
    expect(engine.getSnapshot().nodes.n2?.error).toContain("n9.output.gone");
    expect(backend.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("cancels the picture that is under way on the back end, and begins nothing new", async () => {
    const { engine, backend, received, stores } = createSetup({ runs: { end: "never" } });
    const running = engine.start(chain([trigger, image, folder]));
    // Under way for certain: the back end has told a stage of it.
    await expect.poll(() => stores.get("n2")?.getSnapshot().stage).toBeDefined();
    engine.cancel();
    await running;
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "cancelled", n3: "skipped" });
    expect(engine.getSnapshot().status).toBe("cancelled");
    expect(backend.requests.map(({ method }) => method)).toContain("DELETE");
    expect(await received()).toEqual([]);
  });

  it("refuses a workflow that goes round", async () => {
    const { engine } = createSetup();
    const round = chain([trigger, image, folder]);
    await engine.start({ ...round, edges: [...round.edges, { id: "back", source: "n3", target: "n1" }] });
    expect(engine.getSnapshot().status).toBe("failed");
    expect(engine.getSnapshot().log.at(-1)?.text).toContain("wait for each other");
  });
});
