import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { createScriptedBackend } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { createTabs } from "../../stories/workflow-editor/engine/createTabs.js";
import type { Engine } from "../../stories/workflow-editor/engine/createEngine.js";
import type { Tabs } from "../../stories/workflow-editor/engine/Tabs.js";
import type { Workflow, WorkflowNode } from "../../stories/workflow-editor/engine/types.js";
import { chain, createMemory, createSetup, folder, image, node, statusOf, trigger } from "./engineSetup.js";

const BASE = "/api/image-node";
const items = ["A", "B", "C"].map((sku) => ({ name: "lamp", sku }));
const list = node("n1", "trigger", { type: "form", schedule: "weekly", payload: { products: items } });
const loop = node("n2", "loop", { items: "{{n1.output.products}}", concurrency: 2 });
const lamp = node("n3", "image", createImageNodeConfig({ prompt: { template: "A lamp" } }));
const catalog = node("n4", "action", {
  integration: "product",
  values: { product: "{{n2.output.currentItem.sku}}", alt: "A lamp" },
});

/** A back end that has made one picture, and one editor or more on it. `paid` counts what was asked of a model since. */
async function startPinned(drawing: WorkflowNode = image) {
  const backend = createScriptedBackend({ links: "http" });
  const held = { links: false };
  const gate = {
    ...backend,
    async handler(request: Request) {
      // A page that goes away in the middle gets no answer.
      if (held.links && request.url.endsWith("/url")) await new Promise<never>(() => undefined);
      return backend.handler(request);
    },
  };
  const storage = createMemory();
  const open = (tabs?: Tabs) => createSetup(undefined, storage, gate, tabs);
  const setup = open();
  const generation = await setup.client.generate({
    config: drawing.config as ImageNodeConfig,
    variables: { n1: { output: { name: "mug" } } },
  });
  const pinned: PinnedImage = { generation, config: drawing.config as ImageNodeConfig };
  const before = backend.requests.length;
  const sent = () => backend.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  const paid = () => sent().filter((request) => request === `POST ${BASE}/generations`).length;
  return { ...setup, open, held, pinned, paid, sent, name: generation.output._metadata.name };
}

const pin = (drawing: WorkflowNode, pinned: PinnedImage): WorkflowNode => ({ ...drawing, pinned });
const single = (pinned: PinnedImage, drawing = image): Workflow =>
  chain([trigger, pin(drawing, pinned), folder]);
const many = (pinned: PinnedImage): Workflow => chain([list, loop, pin(lamp, pinned), catalog]);
const logOf = (engine: Engine, id: string) =>
  engine
    .getSnapshot()
    .log.filter(({ nodeId }) => nodeId === id)
    .map(({ text }) => text);
const namesOf = async ({ received }: Pick<ReturnType<typeof createSetup>, "received">) =>
  (await received()).flatMap(({ files }) => files.map((file) => file.name));

describe("a pinned picture in a run", () => {
  it("is what a test run hands on, and nothing is paid; a run for real makes its own", async () => {
    const setup = await startPinned();
    const { engine, pinned, paid, name } = setup;
    await engine.start(single(pinned), "test");
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "succeeded", n3: "succeeded" });
    expect(paid()).toBe(0);
    expect(await namesOf(setup)).toEqual([name]);
    expect(engine.getSnapshot().nodes.n2).toMatchObject({
      input: { pinned: true },
      output: { attachmentId: pinned.generation.output.attachmentId },
    });
    expect(logOf(engine, "n2")[0]).toBe("used the pinned picture, nothing was paid");
    expect(logOf(engine, "n2").join()).not.toContain("other settings");

    await engine.start(single(pinned), "real");
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect(paid()).toBe(1);
    expect(logOf(engine, "n2").join()).not.toContain("pinned");
    expect(engine.getSnapshot().nodes.n2?.output).not.toMatchObject({
      attachmentId: pinned.generation.output.attachmentId,
    });
  });

  it("stands for each item of a loop; a run for real makes one for each", async () => {
    const setup = await startPinned(lamp);
    const { engine, pinned, paid, name } = setup;
    await engine.start(many(pinned), "test");
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect(paid()).toBe(0);
    expect(await namesOf(setup)).toEqual([name, name, name]);
    expect((await setup.received()).map(({ path }) => path).sort()).toEqual(
      items.map(({ sku }) => `products/${sku}/images`),
    );
    expect(logOf(engine, "n3")).toEqual(["used the pinned picture for 3 items, nothing was paid"]);

    await engine.start(many(pinned), "real");
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect(paid()).toBe(3);
    expect(logOf(engine, "n3").join()).not.toContain("pinned");
  });

  it("spares no other node: a test run makes what is not pinned", async () => {
    const { engine, pinned, paid } = await startPinned();
    const other = node("n4", "image", createImageNodeConfig({ prompt: { template: "A cup" } }));
    await engine.start(chain([trigger, pin(image, pinned), other]), "test");
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect(paid()).toBe(1);
  });

  it("is told to have other settings than the node by now", async () => {
    const { engine, pinned, paid } = await startPinned();
    const changed = { ...image, config: { ...(image.config as ImageNodeConfig), style: "sketch" } };
    await engine.start(single(pinned, changed), "test");
    expect(logOf(engine, "n2").slice(0, 2)).toEqual([
      "used the pinned picture, nothing was paid",
      "the pinned picture was made with other settings",
    ]);
    const loopChanged = { ...lamp, config: { ...(lamp.config as ImageNodeConfig), style: "sketch" } };
    await engine.start(chain([list, loop, pin(loopChanged, pinned), catalog]), "test");
    expect(logOf(engine, "n3")).toContain("the pinned picture was made with other settings");
    expect(paid()).toBe(0);
  });

  it("ends its node where it was deleted, and no other is made instead", async () => {
    const { engine, pinned, paid, backend } = await startPinned();
    backend.change({ deleted: true });
    const words = "The pinned image was deleted. Unpin it, or generate a new one.";
    await engine.start(single(pinned), "test");
    expect(statusOf(engine)).toEqual({ n1: "succeeded", n2: "failed", n3: "skipped" });
    expect(engine.getSnapshot().nodes.n2?.error).toBe(words);
    await engine.start(many(pinned), "test");
    expect(engine.getSnapshot().nodes.n3?.items?.map(({ error }) => error)).toEqual([words, words, words]);
    expect(engine.getSnapshot().status).toBe("failed");
    expect(paid()).toBe(0);
  });

  it("ends its node where it can't be read, and no other is made instead", async () => {
    const { engine, paid } = await startPinned();
    await engine.start(single({ generation: { id: "gen_1" } } as PinnedImage), "test");
    expect(engine.getSnapshot().nodes.n2).toMatchObject({
      status: "failed",
      error: expect.stringContaining("can't be read"),
    });
    expect(paid()).toBe(0);
  });
});

describe("a test run that is interrupted", () => {
  it.each([
    ["a node", image, single],
    ["a loop", lamp, many],
  ])("pays nothing for %s when it goes on after a reload", async (_where, drawing, workflow) => {
    const { engine, open, held, pinned, paid, sent, name } = await startPinned(drawing);
    held.links = true;
    void engine.start(workflow(pinned), "test");
    await expect.poll(() => engine.getSnapshot().nodes[drawing.id]?.status).toBe("running");
    held.links = false;
    const second = open();
    await second.engine.resume();
    expect(second.engine.getSnapshot()).toMatchObject({ status: "succeeded", mode: "test" });
    expect(sent().filter((request) => request.endsWith("/url"))).not.toHaveLength(0);
    expect(paid()).toBe(0);
    expect(new Set(await namesOf(second))).toEqual(new Set([name]));
  });

  it("pays nothing in the tab that follows it, and in the one that takes it over", async () => {
    const { open, pinned, paid, storage, name: file } = await startPinned();
    const name = crypto.randomUUID();
    const [first, second] = [open(createTabs(name)), open(createTabs(name))];
    const started = first.engine.start(single(pinned), "test");
    await expect.poll(() => storage.getItem("workflow-run")).toContain('"running"');
    await Promise.all([started, open(createTabs(name)).engine.resume(), second.engine.resume()]);
    expect(paid()).toBe(0);

    // As the journal stands when the tab that carried the run out is gone.
    const saved = JSON.parse(storage.getItem("workflow-run") ?? "{}") as { nodes: object };
    const nodes = { ...saved.nodes, n2: { status: "running" }, n3: { status: "waiting" } };
    storage.setItem("workflow-run", JSON.stringify({ ...saved, status: "running", nodes }));
    const third = open(createTabs(name));
    await third.engine.resume();
    expect(third.engine.getSnapshot().status).toBe("succeeded");
    expect(await namesOf(third)).toEqual([file]);
    expect(paid()).toBe(0);
  });
});
