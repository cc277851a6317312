import { fixtures } from "image-generation-node/testing";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createScriptedBackend } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import type { Workflow, WorkflowNode } from "../../stories/workflow-editor/engine/types.js";
import { PRESETS } from "../../stories/workflow-editor/workflow/presets.js";
import { chain, createMemory, createSetup, http, node, statusOf } from "./engineSetup.js";

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

  it("edits each item's own picture", async () => {
    const { engine, backend } = createSetup({ catalog: fixtures.referencesCatalog });
    const edit = node(
      "n6",
      "image",
      createImageNodeConfig({
        prompt: { template: "The same on a shelf" },
        references: [{ value: "{{image_gen.output}}" }],
      }),
    );
    const { nodes, edges, ...rest } = batchOf(products);
    await engine.start({
      ...rest,
      nodes: [...nodes, edit],
      edges: [...edges, { id: "e6", source: "n3", target: "n6" }],
    });
    const { n3, n6 } = engine.getSnapshot().nodes;
    expect(n6?.items?.map(({ status }) => status)).toEqual(products.map(() => "succeeded"));
    const idOf = (value: unknown) => (value as { attachmentId?: string }).attachmentId;
    const made = n3?.items?.map(({ output }) => idOf(output)) ?? [];
    const given = backend.requests
      .filter(({ path, body }) => path.endsWith("/generations") && JSON.stringify(body).includes("shelf"))
      .map(({ body }) => {
        const { variables } = body as { variables: { image_gen: { output: unknown } } };
        return idOf(variables.image_gen.output);
      });
    expect(new Set(made).size).toBe(products.length);
    expect(given.sort()).toEqual(made.sort());
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

  const listOf = (count: number) =>
    node("n1", "trigger", {
      type: "form",
      schedule: "weekly",
      payload: { products: products.slice(0, count), set: "spring" },
    });
  const loop = (concurrency: number, more: Partial<WorkflowNode> = {}) =>
    node("n2", "loop", { items: "{{n1.output.products}}", concurrency }, more);
  const writer = (id: string, instructions = "{{n2.output.currentItem.name}}") =>
    node(id, "agent", { instructions, fields: [{ name: "words", description: "" }] });
  const post = (id: string, json: unknown, more: Partial<WorkflowNode> = {}) =>
    node(
      id,
      "http",
      { method: "POST", url: `/api/receiver/${id}`, body: "json", field: "", json: JSON.stringify(json) },
      more,
    );

  it("keeps its pace at every node, also where pictures come after something quick", async () => {
    const held: (() => void)[] = [];
    const backend = createScriptedBackend();
    const holding = {
      ...backend,
      async handler(request: Request) {
        if (request.url.endsWith("/generations")) await new Promise<void>((resolve) => held.push(resolve));
        return backend.handler(request);
      },
    };
    const { engine } = createSetup(undefined, createMemory(), holding);
    const draw = node(
      "n4",
      "image",
      createImageNodeConfig({ prompt: { template: "{{n3.output.structured.words}}" } }),
    );
    const running = engine.start(chain([listOf(6), loop(2), writer("n3"), draw]));
    const counts: number[] = [];
    for (let left = 6; left > 0; left -= 1) {
      await expect.poll(() => held.length).toBeGreaterThanOrEqual(Math.min(2, left));
      counts.push(held.length);
      held.shift()?.();
    }
    await running;
    expect(counts).toEqual([2, 2, 2, 2, 2, 1]);
    expect(engine.getSnapshot().status).toBe("succeeded");
  });

  it("waits for what leads into its inside from elsewhere", async () => {
    const { engine, received } = createSetup();
    const slow = writer("n5", "{{n1.output.set}}");
    const send = post("n4", {
      set: "{{n5.output.structured.words}}",
      name: "{{n2.output.currentItem.name}}",
    });
    const workflow = chain([listOf(2), loop(2), send]);
    await engine.start({
      ...workflow,
      nodes: [...workflow.nodes, slow],
      edges: [
        ...workflow.edges,
        { id: "a", source: "n1", target: "n5" },
        { id: "b", source: "n5", target: "n4" },
      ],
    });
    expect(engine.getSnapshot().status).toBe("succeeded");
    expect((await received()).map(({ json }) => json)).toEqual([
      { set: "spring", name: "lamp 0" },
      { set: "spring", name: "lamp 1" },
    ]);
  });

  it("hands the error of an item on where its node may fail", async () => {
    const { engine, received } = createSetup();
    const failing = http("n3", "/api/receiver/fail/503", "continue");
    await engine.start(
      chain([
        listOf(1),
        loop(1, { onError: "continue" }),
        failing,
        post("n4", { said: "{{n3.output.error}}" }),
      ]),
    );
    expect((await received()).map(({ json }) => json)).toEqual([{ said: expect.stringContaining("503") }]);
  });

  it("shows a node of its inside only what comes before that node", async () => {
    const { engine, received } = createSetup();
    const workflow = chain([listOf(1), loop(1, { onError: "continue" }), writer("n3")]);
    const beside = post("n4", { words: "{{n3.output.structured.words}}" });
    await engine.start({
      ...workflow,
      nodes: [...workflow.nodes, beside],
      edges: [...workflow.edges, { id: "beside", source: "n2", target: "n4", handle: "each" }],
    });
    expect(engine.getSnapshot().nodes.n4?.items?.[0]?.error).toContain("n3.output.structured.words");
    expect(await received()).toEqual([]);
  });

  it("refuses a loop in its inside before anything is spent, and skips what it would have repeated", async () => {
    const { engine, backend } = createSetup();
    const inner = node("n4", "loop", { items: "{{n1.output.products}}", concurrency: 1 });
    const draw = node("n3", "image", createImageNodeConfig({ prompt: { template: "A lamp" } }));
    await engine.start(chain([listOf(2), loop(2), draw, inner, writer("n5", "x")]));
    expect(statusOf(engine)).toEqual({
      n1: "succeeded",
      n2: "failed",
      n3: "skipped",
      n4: "skipped",
      n5: "skipped",
    });
    expect(engine.getSnapshot().nodes.n2?.error).toContain("A loop inside of a loop");
    expect(backend.requests).toEqual([]);
  });
});
