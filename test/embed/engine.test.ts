import { createClient } from "image-generation-node/client";
import { generationSchema } from "image-generation-node/contract";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { createRuns } from "../../stories/embed/createRuns.js";
import { drawInStore } from "../../stories/embed/drawInStore.js";
import { drawInWorker } from "../../stories/embed/drawInWorker.js";
import type { Flow, FlowNode } from "../../stories/embed/flow.js";
import { listRuns } from "../../stories/embed/listRuns.js";
import { requestOf } from "../../stories/embed/requestOf.js";
import { runFlow } from "../../stories/embed/runFlow.js";
import type { EngineParts, FlowRun } from "../../stories/embed/runFlow.js";
import { createStorage } from "../client/generationStore.js";

const position = { x: 0, y: 0 };
const trigger = (products: readonly unknown[]): FlowNode => ({
  ...{ id: "n1", kind: "trigger", slug: "shop", name: "Shop", position },
  inputs: { title: "A lamp", products },
});
const image = (id: string, slug: string, inputs: Record<string, unknown>): FlowNode => ({
  ...{ id, kind: "image", slug, name: slug, position, inputs },
});
const action: FlowNode = { id: "n9", kind: "action", slug: "send", name: "Send", position, inputs: {} };

/** A flow of nodes that follow one another, saved in an order of its own. */
function chain(...nodes: FlowNode[]): Flow {
  const edges = nodes.slice(1).map(({ id }, index) => ({ id, source: nodes[index]?.id ?? "", target: id }));
  return { nodes: nodes.toReversed(), edges };
}

const oneImage = chain(trigger([]), image("n2", "image", { text: "Photo of <<shop.title>>" }), action);
const products = ["lamp", "chair", "table", "shelf"].map((name) => ({ name }));
const loopOf = (list: readonly unknown[]) =>
  chain(trigger(list), image("n2", "image", { each: true, text: "A <<item.name>>" }), action);

function setup(script: Script = {}) {
  const backend = createScriptedBackend(script);
  const client = createClient({ baseUrl: "http://127.0.0.1/api", fetch: inProcessFetch(backend.handler) });
  const sent: Readonly<Record<string, unknown>>[] = [];
  const controller = new AbortController();
  const run: FlowRun = { id: "run_1", outputs: {}, items: {} };
  let saved = "";
  const parts: EngineParts = {
    client,
    draw: (_node, request, idempotencyKey, signal) => client.generate(request, { idempotencyKey, signal }),
    send: async (_node, outputs) => void sent.push(outputs),
    save: (kept) => (saved = JSON.stringify(kept)),
    signal: controller.signal,
  };
  const asked = () =>
    backend.requests.filter(({ method, url }) => method === "POST" && url.endsWith("/generations"));
  const prompts = () =>
    asked().map(({ body }) => (body as { input?: { resolved?: string } }).input?.resolved ?? "none");
  return {
    backend,
    client,
    sent,
    controller,
    run,
    parts,
    asked,
    prompts,
    getSaved: () => JSON.parse(saved) as FlowRun,
  };
}

describe("the engine of the guide", () => {
  it("runs the nodes in order, whatever the order in which they were saved", async () => {
    const { run, parts, sent, prompts } = setup();
    await runFlow(oneImage, run, parts);
    expect(Object.keys(run.outputs)).toEqual(["n1", "n2", "n9"]);
    expect(prompts()).toEqual(["Photo of A lamp"]);
    expect(sent).toEqual([
      expect.objectContaining({
        image: { output: expect.objectContaining({ attachmentId: expect.any(String) }) },
      }),
    ]);
  });

  it("draws an image for each item, two at a time, in the order of the list", async () => {
    let underWay = 0;
    let most = 0;
    const { backend, run, parts, sent } = setup();
    const counting = async (request: Request) => {
      if (!request.url.endsWith("/generations")) return backend.handler(request);
      most = Math.max(most, (underWay += 1));
      const response = await backend.handler(request);
      underWay -= 1;
      return response;
    };
    const client = createClient({ baseUrl: "http://127.0.0.1/api", fetch: inProcessFetch(counting) });
    await runFlow(loopOf(products), run, { ...parts, client });
    const { items } = run.outputs.n2 as { items: { output: { prompt: string } }[] };
    expect(items.map(({ output }) => output.prompt)).toEqual(["A lamp", "A chair", "A table", "A shelf"]);
    expect(most).toBe(2);
    expect(sent).toHaveLength(1);
  });

  it("keeps the other items when one is refused and another has no value, and says which", async () => {
    const { run, parts, asked } = setup({
      runs: [{ end: "succeeded" }, { end: "content_blocked" }, { end: "succeeded" }],
    });
    const list = [products[0], products[1], { sku: "no name" }, products[3]];
    await runFlow(loopOf(list), run, parts);
    const { items } = run.outputs.n2 as { items: readonly Record<string, unknown>[] };
    expect(items.map((item) => Object.keys(item))).toEqual([["output"], ["error"], ["error"], ["output"]]);
    expect(items[2]?.error).toContain("item.name");
    expect(asked()).toHaveLength(3);
    expect(listRuns(run.items.n2 ?? []).map(({ status }) => status)).toEqual([
      "succeeded",
      "idle",
      "succeeded",
    ]);
  });

  it("ends with the failure of a single image, and asks for nothing after it", async () => {
    const { run, parts, sent } = setup({ runs: { end: "content_blocked" } });
    await expect(runFlow(oneImage, run, parts)).rejects.toMatchObject({ kind: "content_blocked" });
    expect(Object.keys(run.outputs)).toEqual(["n1"]);
    expect(sent).toEqual([]);
  });

  it("asks for nothing where a value is missing", async () => {
    const { run, parts, asked } = setup();
    const flow = chain(trigger([]), image("n2", "image", { text: "Photo of <<shop.nothing>>" }));
    await expect(runFlow(flow, run, parts)).rejects.toThrow("shop.nothing");
    expect(asked()).toEqual([]);
  });

  it("cancels the items that have begun, and begins no other", async () => {
    const { backend, client, run, parts, controller, asked } = setup({ runs: { end: "never" } });
    const begun: string[] = [];
    const watched: EngineParts["client"] = {
      ...client,
      generateMany: (items, o) => client.generateMany(items, { ...o, onStart: ({ id }) => begun.push(id) }),
    };
    const running = runFlow(loopOf(products), run, { ...parts, client: watched });
    await expect.poll(() => begun.length).toBe(2);
    controller.abort(new Error("stopped"));
    await expect(running).rejects.toThrow("stopped");
    expect(asked()).toHaveLength(2);
    expect(backend.requests.filter(({ method }) => method === "DELETE")).toHaveLength(2);
  });

  it("goes on after a restart without paying twice", async () => {
    const first = setup();
    const flow = loopOf(products);
    await runFlow(flow, first.run, first.parts);
    // As the run was kept when the process died: two of four items, and nothing behind them.
    const kept = first.getSaved();
    const half: FlowRun = {
      id: kept.id,
      outputs: { n1: kept.outputs.n1 },
      items: { n2: (kept.items.n2 ?? []).slice(0, 2) },
    };
    const before = first.asked().length;
    const again = first.getSaved();
    await runFlow(flow, Object.assign(again, structuredClone(half)), first.parts);
    expect(again.outputs).toEqual(kept.outputs);
    const keys = first.asked().map(({ idempotencyKey }) => idempotencyKey);
    // The two whose end was not written are asked for again under their keys: the back end answers what it has drawn.
    expect(keys).toHaveLength(before + 2);
    expect(new Set(keys).size).toBe(before);
  });

  it("asks again for a single image under its key", async () => {
    const { run, parts, asked, getSaved } = setup();
    await runFlow(oneImage, run, parts);
    const { outputs } = getSaved();
    await runFlow(oneImage, { id: run.id, outputs: { n1: outputs.n1 }, items: {} }, parts);
    expect(asked()).toHaveLength(2);
    expect(new Set(asked().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});

describe("the node's own run", () => {
  const context = { workflowRunId: "run_1" };
  const [node] = oneImage.nodes.filter(({ kind }) => kind === "image");
  if (!node) throw new Error("The flow has no image node.");
  const request = () => requestOf(oneImage, node, { shop: { title: "A lamp" } }, context);

  it("is the engine's run too, and a worker gets the same result under the same key", async () => {
    const { client, backend, asked } = setup();
    const runs = createRuns(client, createStorage());
    const drawn = await drawInStore(runs)(node, await request(), "run_1.n2", new AbortController().signal);
    expect(runs.of(node).getSnapshot()).toMatchObject({ status: "succeeded", generation: drawn });
    const fetch = globalThis.fetch;
    globalThis.fetch = inProcessFetch(backend.handler);
    try {
      const job = { request: await request(), key: "run_1.n2", baseUrl: "http://127.0.0.1/api", token: "t" };
      const again = await drawInWorker(JSON.parse(JSON.stringify(job)) as typeof job);
      expect(generationSchema.parse(JSON.parse(JSON.stringify(again))).id).toBe(drawn.id);
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked().map(({ headers }) => new Headers(headers).get("authorization"))).toEqual([
      null,
      "Bearer t",
    ]);
  });

  it("gives the pictures of references by their ids, and asks for nothing where there is none", async () => {
    const references = [{ attachmentId: "att_logo" }, { value: "<<camera.output>>" }];
    const edit = { ...node, inputs: { ...node.inputs, more: { references } } };
    const ask = (output: unknown) =>
      requestOf(oneImage, edit, { shop: { title: "A lamp" }, camera: { output } }, context);
    const { input } = await ask([{ attachmentId: "att_1" }, "att_2"]);
    expect(input?.references?.map(({ attachmentId }) => attachmentId)).toEqual([
      "att_logo",
      "att_1",
      "att_2",
    ]);
    expect((await ask(null)).input?.references).toEqual([{ attachmentId: "att_logo" }]);
    await expect(ask({ url: "https://shop.example/lamp.png" })).rejects.toThrow("leads to no picture");
    await expect(ask(undefined)).rejects.toThrow("leads to no picture");
    expect((await request()).input).not.toHaveProperty("references");
  });

  it("ends when the engine is stopped", async () => {
    const { client, backend, controller } = setup({ runs: { end: "never" } });
    const runs = createRuns(client, createStorage());
    const drawing = drawInStore(runs)(node, await request(), "run_1.n2", controller.signal);
    await expect.poll(() => runs.of(node).getSnapshot().id).toBeDefined();
    controller.abort(new Error("stopped"));
    await expect(drawing).rejects.toThrow("stopped");
    expect(backend.requests.some(({ method }) => method === "DELETE")).toBe(true);
  });

  it("begins with what the node's data holds, and leaves nothing when the node is deleted", async () => {
    const { client } = setup();
    const storage = createStorage();
    const runs = createRuns(client, storage);
    const drawn = await drawInStore(runs)(node, await request(), "k", new AbortController().signal);
    const elsewhere = createRuns(client, createStorage());
    const last: unknown = JSON.parse(JSON.stringify(drawn));
    expect(elsewhere.of({ ...node, last }).getSnapshot()).toMatchObject({ generation: drawn });
    expect(
      createRuns(client, createStorage())
        .of({ ...node, last: { odd: true } })
        .getSnapshot().status,
    ).toBe("idle");
    expect(storage.entries.size).toBeGreaterThan(0);
    runs.forget(node.id);
    expect(storage.entries.size).toBe(0);
    expect(runs.of(node).getSnapshot().status).toBe("idle");
  });
});
