import { createClient, createGeneration } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import type { GenerationStore } from "image-generation-node/client";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../stories/recipes/engine/createEngine.js";
import type { Engine } from "../../stories/recipes/engine/createEngine.js";
import type { JournalStorage } from "../../stories/recipes/engine/journal.js";
import type { NodeKind, Workflow, WorkflowNode } from "../../stories/recipes/engine/types.js";
import { createExecutors } from "../../stories/recipes/nodes/createExecutors.js";
import { createReceiver } from "../../stories/recipes/receiver/createReceiver.js";
import type { ReceivedRequest } from "../../stories/recipes/receiver/createReceiver.js";
import { PRESETS } from "../../stories/recipes/workflow/presets.js";

const ORIGIN = "http://127.0.0.1";

function createMemory(): JournalStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** An engine on a scripted back end and a receiver, all inside of this process. */
function createSetup(script?: Script, storage = createMemory(), backend = createScriptedBackend(script)) {
  const fetchImages = inProcessFetch(backend.handler);
  const receive = createReceiver("/api/receiver");
  const client = createClient({ baseUrl: `${ORIGIN}/api/image-node`, fetch: fetchImages, maxRetries: 0 });
  const fetchAll: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.includes("/api/receiver/") ? receive(request) : fetchImages(request);
  };
  const stores = new Map<string, GenerationStore>();
  const getStore = (id: string) => {
    const store = stores.get(id) ?? createGeneration(client, { slot: id, storage });
    stores.set(id, store);
    return store;
  };
  const executors = createExecutors({ client, fetch: fetchAll, origin: ORIGIN }, getStore);
  const engine = createEngine({ client, executors, storage });
  const received = async () => {
    const response = await receive(new Request(`${ORIGIN}/api/receiver/received`));
    return ((await response.json()) as { requests: ReceivedRequest[] }).requests;
  };
  return { engine, received, backend, storage, receive };
}

const node = (
  id: string,
  kind: NodeKind,
  config: unknown,
  more: Partial<WorkflowNode> = {},
): WorkflowNode => ({
  id,
  kind,
  slug: id,
  name: id,
  position: { x: Number(id.replace(/\D/g, "")) * 100, y: 0 },
  config,
  ...more,
});
const chain = (nodes: readonly WorkflowNode[]): Workflow => ({
  version: 1,
  id: "test",
  name: "Test",
  nodes,
  edges: nodes
    .slice(1)
    .map((one, index) => ({ id: `e${index}`, source: nodes[index]?.id ?? "", target: one.id })),
});
const trigger = node("n1", "trigger", { type: "form", schedule: "weekly", payload: { name: "mug" } });
const image = node("n2", "image", createImageNodeConfig({ prompt: { template: "A {{n1.output.name}}" } }));
const folder = node("n3", "action", { integration: "folder", values: { folder: "Marketing" } });
const http = (id: string, url: string, onError?: "continue") =>
  node(id, "http", { method: "POST", url, body: "json", field: "file", json: '{"ok":"yes"}' }, { onError });
const statusOf = (engine: Engine) =>
  Object.fromEntries(Object.entries(engine.getSnapshot().nodes).map(([id, run]) => [id, run.status]));

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
    const { engine, backend, received } = createSetup({ runs: { end: "never" } });
    const running = engine.start(chain([trigger, image, folder]));
    await expect.poll(() => backend.requests.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
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

describe("a loop", () => {
  const products = Array.from({ length: 12 }, (_none, index) => ({
    name: `lamp ${index}`,
    sku: `L-${index}`,
  }));
  const batchOf = (list: readonly unknown[]): Workflow => {
    const preset = PRESETS[3];
    const config = { type: "form", schedule: "weekly", payload: { products: list } };
    return {
      ...preset,
      nodes: preset.nodes.map((one) => (one.kind === "trigger" ? { ...one, config } : one)),
    };
  };

  it("makes one picture per item and sends each to the catalog under its own number", async () => {
    const { engine, received } = createSetup();
    await engine.start(batchOf(products));
    expect(engine.getSnapshot().status).toBe("succeeded");
    const uploads = (await received()).filter(({ path }) => path.startsWith("products/"));
    expect(uploads.map(({ path }) => path).sort()).toEqual(
      products.map(({ sku }) => `products/${sku}/images`).sort(),
    );
    expect((await received()).at(-1)).toMatchObject({ path: "batches", json: { total: "12", failed: "0" } });
  });

  it("keeps the other items when one fails, and tells which", async () => {
    const { engine, received } = createSetup();
    await engine.start(batchOf(products.map((product, index) => (index === 5 ? { sku: "L-5" } : product))));
    const run = engine.getSnapshot();
    expect(run.nodes.n3?.items?.filter(({ status }) => status === "succeeded")).toHaveLength(11);
    expect(run.nodes.n3?.items?.[5]).toMatchObject({
      status: "failed",
      error: expect.stringContaining("name"),
    });
    expect((await received()).filter(({ path }) => path.startsWith("products/"))).toHaveLength(11);
    expect((await received()).at(-1)).toMatchObject({ json: { total: "12", failed: "1" } });
    expect(run.status).toBe("succeeded");
  });

  it("leaves 199 pictures of 200 when one item fails, never more than four at a time", async () => {
    let underWay = 0;
    let most = 0;
    const backend = createScriptedBackend();
    const counting = {
      ...backend,
      async handler(request: Request) {
        if (!request.url.endsWith("/generations")) return backend.handler(request);
        most = Math.max(most, (underWay += 1));
        try {
          return await backend.handler(request);
        } finally {
          underWay -= 1;
        }
      },
    };
    const { engine, received } = createSetup(undefined, createMemory(), counting);
    const many = Array.from({ length: 200 }, (_none, index) => ({
      name: `lamp ${index}`,
      sku: `L-${index}`,
    }));
    await engine.start(batchOf(many.map((product, index) => (index === 117 ? { sku: "L-117" } : product))));
    const items = engine.getSnapshot().nodes.n3?.items ?? [];
    expect(items.filter(({ status }) => status === "succeeded")).toHaveLength(199);
    expect(items.filter(({ status }) => status === "failed").map(({ index }) => index)).toEqual([117]);
    expect(new Set((await received()).map(({ path }) => path)).size).toBe(200);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("asks for nothing twice when it goes on after a reload", async () => {
    const backend = createScriptedBackend();
    const storage = createMemory();
    const first = createSetup(undefined, storage, backend);
    await first.engine.start(batchOf(products));
    const asked = () =>
      backend.requests.filter(({ method, url }) => method === "POST" && url.endsWith("/generations"));
    const before = asked().length;
    // As the journal stands when the page goes away in the middle: some items are not written yet, the run goes on.
    const saved = JSON.parse(storage.getItem("workflow-run") ?? "{}") as {
      status: string;
      nodes: Record<string, { status: string }>;
    };
    for (const id of ["n2", "n3", "n4", "n5"]) saved.nodes[id] = { ...saved.nodes[id], status: "running" };
    storage.setItem("workflow-run", JSON.stringify({ ...saved, status: "running" }));
    for (const index of [10, 11]) storage.removeItem(`workflow-run:n3:${index}`);

    const second = createSetup(undefined, storage, backend);
    await second.engine.resume();
    expect(second.engine.getSnapshot().status).toBe("succeeded");
    const again = asked().slice(before);
    expect(again).toHaveLength(2);
    const keys = (list: typeof again) =>
      list.map(({ headers }) => new Headers(headers).get("idempotency-key"));
    expect(keys(asked().slice(0, before))).toEqual(expect.arrayContaining(keys(again)));
  });
});
