import { createVariableIndex } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { findLoopBody, makesCircle, sortTopologically } from "../../stories/workflow-editor/engine/graph.js";
import type { Workflow } from "../../stories/workflow-editor/engine/types.js";
import { IDLE_RUN } from "../../stories/workflow-editor/engine/createRunStore.js";
import { checkNode, checkPlace } from "../../stories/workflow-editor/workflow/checkNode.js";
import {
  addNode,
  changeNode,
  connect,
  removeNodes,
  renameSlug,
} from "../../stories/workflow-editor/workflow/edits.js";
import {
  createHistory,
  drift,
  redo,
  settle,
  step,
  undo,
} from "../../stories/workflow-editor/workflow/history.js";
import { parseWorkflow } from "../../stories/workflow-editor/workflow/parseWorkflow.js";
import { PRESETS } from "../../stories/workflow-editor/workflow/presets.js";
import { variableSources } from "../../stories/workflow-editor/workflow/variableSources.js";

const [marketing, , , batch, scene] = PRESETS;
const byId = (workflow: { nodes: readonly { id: string; config: unknown }[] }, id: string) =>
  workflow.nodes.find((node) => node.id === id);
const nodeOf = (workflow: Pick<Workflow, "nodes">, id: string) => {
  const node = workflow.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`There is no node ${id}.`);
  return node;
};

describe("the graph", () => {
  it("puts each node after all that it depends on", () => {
    const order = sortTopologically({ ...marketing, nodes: [...marketing.nodes].reverse() }).map(
      ({ id }) => id,
    );
    for (const { source, target } of marketing.edges)
      expect(order.indexOf(source)).toBeLessThan(order.indexOf(target));
  });

  it("knows what a loop repeats, and what comes after it", () => {
    expect([...findLoopBody(batch, "n2")].sort()).toEqual(["n3", "n4"]);
  });

  it("refuses a connection that would go round", () => {
    expect(makesCircle(marketing, "n8", "n1")).toBe(true);
    expect(connect(marketing, "n8", "n1")).toBe(marketing);
    expect(makesCircle(marketing, "n5", "n8")).toBe(false);
  });
});

describe("the variables of a node", () => {
  it("are exactly those of the nodes before it, nearest first", () => {
    expect(variableSources(marketing, "n3").map(({ slug }) => slug)).toEqual(["agent", "trigger"]);
    expect(variableSources(marketing, "n1")).toEqual([]);
    expect(variableSources(marketing, "n5").map(({ slug }) => slug)).toEqual([
      "image_gen",
      "agent",
      "trigger",
    ]);
  });

  it("hold the whole documented output of an image node", () => {
    const index = createVariableIndex(variableSources(marketing, "n5"));
    const documented = [
      "imageUrl",
      "imagePath",
      "attachmentId",
      "prompt",
      "aspectRatio",
      "path",
      "_metadata.mimeType",
    ];
    for (const path of documented) expect(index.has(`image_gen.output.${path}`), path).toBe(true);
  });

  it("come from the schema before a run, and show the last run's values after it", () => {
    const path = "agent.output.structured.description";
    expect(createVariableIndex(variableSources(marketing, "n3")).get(path)).toMatchObject({ type: "string" });
    const output = { structured: { description: "A mug." } };
    const run = { ...IDLE_RUN, nodes: { n2: { status: "succeeded" as const, output } } };
    expect(createVariableIndex(variableSources(marketing, "n3", run)).get(path)?.sample).toBe("A mug.");
  });

  it("hold no picture of an image node that has not run", () => {
    expect(variableSources(scene, "n3").find(({ slug }) => slug === "image_gen")?.sample).toBeUndefined();
  });

  it("come from the form as it is now, also after a run with other words", () => {
    const output = { name: "tea pot", submittedAt: "2026-11-23T09:00:30Z" };
    const run = { ...IDLE_RUN, nodes: { n1: { status: "succeeded" as const, output } } };
    const index = createVariableIndex(variableSources(marketing, "n3", run));
    expect(index.get("trigger.output.name")?.sample).toBe("coffee mug");
    expect(index.has("trigger.output.submittedAt")).toBe(true);
  });

  it("know the items of a list that an agent wrote in the last run", () => {
    const agent = { instructions: "", fields: [{ name: "themes", description: "" }] };
    const changed = changeNode(
      changeNode(batch, "n1", { kind: "agent", slug: "writer", config: agent }),
      "n2",
      { config: { items: "{{writer.output.structured.themes}}", concurrency: 1 } },
    );
    const output = { structured: { themes: ["sea", "lantern"] } };
    const run = { ...IDLE_RUN, nodes: { n1: { status: "succeeded" as const, output } } };
    const index = createVariableIndex(variableSources(changed, "n3", run));
    expect(index.get("product.output.currentItem")?.sample).toBe("sea");
  });

  it("are the current item inside of a loop, and its results after it", () => {
    const inside = createVariableIndex(variableSources(batch, "n3"));
    expect(inside.get("product.output.currentItem.name")?.sample).toBe("red umbrella");
    const after = createVariableIndex(variableSources(batch, "n5"));
    expect(after.has("product.output.failed")).toBe(true);
    expect(after.has("product.output.currentItem.name")).toBe(false);
    expect(after.has("image_gen.output.imageUrl")).toBe(false);
  });
});

describe("editing", () => {
  it("rewrites every reference when a node gets another slug", () => {
    const renamed = renameSlug(marketing, "n2", "Copy writer");
    expect(nodeOf(renamed, "n2").slug).toBe("copy_writer");
    expect(JSON.stringify(byId(renamed, "n3")?.config)).toContain(
      "{{copy_writer.output.structured.product_visual_description}}",
    );
    expect(JSON.stringify(byId(renamed, "n6")?.config)).toContain(
      "{{copy_writer.output.structured.description}}",
    );
    expect(JSON.stringify(renamed.nodes)).not.toContain("{{agent.");
  });

  it("rewrites the picture of the step before, too", () => {
    const renamed = renameSlug(scene, "n2", "visual");
    expect(nodeOf(renamed, "n3").config).toMatchObject({ references: [{ value: "{{visual.output}}" }] });
  });

  it("gives no two nodes the same slug", () => {
    expect(nodeOf(renameSlug(marketing, "n2", "trigger"), "n2").slug).toBe("trigger_2");
  });

  it("marks what refers to a deleted node", () => {
    const cut = removeNodes(marketing, ["n2"]);
    expect(cut.edges.some(({ source, target }) => source === "n2" || target === "n2")).toBe(false);
    const problems = checkNode(nodeOf(cut, "n3"), variableSources(cut, "n3"));
    expect(problems.join()).toContain("agent.output.structured.product_visual_description");
    expect(checkNode(nodeOf(marketing, "n3"), variableSources(marketing, "n3"))).toEqual([]);
  });

  it("says before a run that a loop can't stand inside of another", () => {
    const [nested, id] = addNode(batch, "loop", { x: 0, y: 0 });
    const connected = connect(nested, "n3", id);
    expect(checkPlace(nodeOf(nested, id), nested)).toEqual([]);
    expect(checkPlace(nodeOf(connected, id), connected).join()).toContain("outer loop’s “done”");
  });

  it("finds nothing to complain about in any preset", () => {
    for (const preset of PRESETS) {
      for (const node of preset.nodes)
        expect(checkNode(node, variableSources(preset, node.id)), `${preset.id} ${node.id}`).toEqual([]);
    }
  });
});

describe("a saved workflow", () => {
  it("comes back as it was", () => {
    for (const preset of PRESETS) {
      const { workflow, notes } = parseWorkflow(JSON.stringify(preset));
      expect(workflow).toEqual(preset);
      expect(notes).toEqual([]);
    }
  });

  it("loads a configuration of an older version, and says what it assumed", () => {
    const old = changeNode(marketing, "n3", {
      config: { prompt: "A {{trigger.output.name}}", aspectRatio: "16:9" },
    });
    const { workflow, notes } = parseWorkflow(JSON.stringify(old));
    expect(byId(workflow, "n3")?.config).toMatchObject({
      version: 1,
      prompt: { mode: "manual", template: "A {{trigger.output.name}}" },
      aspectRatio: "landscape",
    });
    expect(notes.join()).toContain("Product visual");
  });

  it.each([
    ["action", { integration: "fax" }, "integration"],
    ["action", { values: { channel: 4 } }, "values"],
    ["trigger", { type: "webhook" }, "type"],
    ["trigger", { schedule: 7 }, "schedule"],
    ["trigger", { payload: [] }, "payload"],
    ["http", { method: "PATCH" }, "method"],
    ["http", { json: null }, "json"],
    ["agent", { fields: "name" }, "fields"],
    ["agent", { fields: [{ name: 1 }] }, "fields"],
    ["loop", { concurrency: "many" }, "concurrency"],
  ])("reads a node of %s with %j as far as it can, and says what it left", (kind, config, member) => {
    const { workflow, notes } = parseWorkflow(
      JSON.stringify({ nodes: [{ kind, config: { ...config, more: 1 } }] }),
    );
    const [node] = workflow.nodes;
    const fresh = addNode({ ...workflow, nodes: [] }, node?.kind ?? "image", { x: 0, y: 0 })[0].nodes[0];
    expect(node?.config).toEqual({ ...(fresh?.config as object), more: 1 });
    expect(notes.join()).toContain(`"${member}"`);
  });

  it("says in words what is no workflow", () => {
    expect(() => parseWorkflow("{")).toThrow("no JSON");
    expect(() => parseWorkflow("[]")).toThrow("no list of nodes");
    expect(() => parseWorkflow('{"nodes":[{"kind":"teleport"}]}')).toThrow("teleport");
  });
});

describe("the canvas's history", () => {
  it("takes steps back and forth", () => {
    const two = step(step(createHistory(0), 1), 2);
    expect(undo(two).present).toBe(1);
    expect(redo(undo(two)).present).toBe(2);
    expect(undo(undo(undo(two))).present).toBe(0);
  });

  it("counts typing until it rests as one step", () => {
    const typed = settle(drift(drift(drift(createHistory(""), "a"), "ab"), "abc"));
    expect(typed.past).toEqual([""]);
    expect(undo(typed).present).toBe("");
  });

  it("takes back what has not come to rest, and forgets the future at a new edit", () => {
    const drifting = drift(step(createHistory(0), 1), 2);
    expect(undo(drifting).present).toBe(1);
    expect(redo(step(undo(drifting), 9)).present).toBe(9);
  });
});
