import { createImageNodeConfig, isMadeWith } from "image-generation-node/contract";
import type { ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import { fixtures } from "image-generation-node/testing";
import { describe, expect, it } from "vitest";
import { changeNode, removeNodes, renameSlug } from "../../stories/workflow-editor/workflow/edits.js";
import { createHistory, redo, step, undo } from "../../stories/workflow-editor/workflow/history.js";
import { parseWorkflow } from "../../stories/workflow-editor/workflow/parseWorkflow.js";
import { chain, folder, image, trigger } from "./engineSetup.js";

const workflow = chain([trigger, image, folder]);
const pinned: PinnedImage = {
  generation: fixtures.generation,
  config: image.config as ImageNodeConfig,
  pinnedAt: "2026-11-29T10:00:00.000Z",
};
const withPin = changeNode(workflow, "n2", { pinned });
const pinOf = ({ nodes }: Pick<typeof workflow, "nodes">, id = "n2") =>
  nodes.find((one) => one.id === id)?.pinned;

describe("a pinned picture in the workflow", () => {
  it("is exported and imported with its node", () => {
    const { workflow: read, notes } = parseWorkflow(JSON.stringify(withPin));
    expect(read).toEqual(withPin);
    expect(notes).toEqual([]);
    // What was unpinned leaves nothing behind.
    const unpinned = changeNode(withPin, "n2", { pinned: undefined });
    expect(JSON.stringify(unpinned)).toBe(JSON.stringify(workflow));
  });

  it.each([[undefined], [null]])("is none where %s was saved", (saved) => {
    const text = JSON.stringify({ ...workflow, nodes: [{ ...image, pinned: saved }] });
    const { workflow: read, notes } = parseWorkflow(text);
    expect(read.nodes[0]).not.toHaveProperty("pinned");
    expect(notes).toEqual([]);
  });

  it.each([["a picture"], [{}], [{ generation: { id: "gen_1" } }], [[pinned]]])(
    "is left out where %j was saved, and the import says so",
    (saved) => {
      const text = JSON.stringify({ ...workflow, nodes: [{ ...image, pinned: saved }] });
      const { workflow: read, notes } = parseWorkflow(text);
      expect(read.nodes[0]).not.toHaveProperty("pinned");
      expect(read.nodes[0]?.config).toEqual(image.config);
      expect(notes).toEqual([expect.stringMatching(/^n2: the pinned picture could not be read/)]);
    },
  );

  it("is kept where only its settings can't be read, and belongs to image nodes alone", () => {
    const odd = { ...pinned, config: "none", pinnedAt: 7 };
    const nodes = [
      { ...image, pinned: odd },
      { ...folder, pinned },
    ];
    const { workflow: read } = parseWorkflow(JSON.stringify({ ...workflow, nodes }));
    expect(read.nodes[0]?.pinned).toEqual({ generation: pinned.generation });
    expect(read.nodes[1]).not.toHaveProperty("pinned");
  });

  it("is taken back and brought back as any other edit, and goes with its node", () => {
    const history = step(createHistory(workflow), withPin);
    expect(pinOf(undo(history).present)).toBeUndefined();
    expect(pinOf(redo(undo(history)).present)).toBe(pinned);
    const removed = step(history, removeNodes(withPin, ["n2"]));
    expect(JSON.stringify(removed.present)).not.toContain(pinned.generation.id);
    expect(pinOf(undo(removed).present)).toBe(pinned);
  });

  it("keeps its settings the same when a node before it gets another name", () => {
    const renamed = renameSlug(withPin, "n1", "product form");
    const config = renamed.nodes[1]?.config as ImageNodeConfig;
    expect(config.prompt).toMatchObject({ template: "A {{product_form.output.name}}" });
    expect(isMadeWith(pinOf(renamed) as PinnedImage, config)).toBe(true);
    const changed = { ...config, prompt: createImageNodeConfig({ prompt: { template: "A cup" } }).prompt };
    expect(isMadeWith(pinOf(renamed) as PinnedImage, changed)).toBe(false);
  });
});
