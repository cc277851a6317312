import { createVariableIndex } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { browserKey } from "../../src/react/prompt-editor/tree/browserKey.js";
import { flattenTree } from "../../src/react/prompt-editor/tree/flattenTree.js";
import { SOURCES } from "./sources.js";

const index = createVariableIndex(SOURCES);
const rows = (expanded: readonly string[], query = "") =>
  flattenTree(
    index,
    (path) => expanded.includes(path),
    query,
    ({ path }) => path,
  );
const shown = (expanded: readonly string[], query = "") =>
  rows(expanded, query).map(({ level, name }) => `${level} ${name}`);

describe("flattenTree", () => {
  it("shows nodes by their names and the children of what is expanded", () => {
    expect(shown([])).toEqual(["1 Describe product", "1 New product", "1 Vault", "1 Later node"]);
    expect(shown(["agent", "agent.output"]).slice(0, 3)).toEqual([
      "1 Describe product",
      "2 output",
      "3 structured",
    ]);
  });

  it("shows whole paths in search results", () => {
    expect(shown([], "mood")).toEqual(["1 agent.output.structured.mood"]);
    expect(shown([], "zzzz")).toEqual([]);
  });

  it("counts every row among its siblings", () => {
    const [, , structured] = rows(["agent", "agent.output"]);
    expect(structured).toMatchObject({ level: 3, position: 1, siblings: 1, expanded: false });
  });
});

describe("browserKey", () => {
  const tree = rows(["agent", "agent.output"]);

  it.each([
    ["ArrowDown", 0, { type: "move", active: 1 }],
    ["ArrowUp", 0, { type: "move", active: 0 }],
    ["PageDown", 0, { type: "move", active: 5 }],
    ["PageUp", 3, { type: "move", active: 0 }],
    ["Enter", 2, { type: "insert" }],
    ["ArrowRight", 0, { type: "move", active: 1 }],
    ["ArrowRight", 2, { type: "expand", path: "agent.output.structured" }],
    ["ArrowLeft", 0, { type: "collapse", path: "agent" }],
    ["ArrowLeft", 2, { type: "move", active: 1 }],
    ["Home", 1, null],
    ["a", 1, null],
  ])("%s on row %i does %j", (key, active, action) => {
    expect(browserKey(key, tree, active, false)).toEqual(action);
  });

  it("leaves the arrows across to the search field while it has a text", () => {
    expect(browserKey("ArrowLeft", tree, 0, true)).toBeNull();
    expect(browserKey("ArrowRight", tree, 2, true)).toBeNull();
  });
});
