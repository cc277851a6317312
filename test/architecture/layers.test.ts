import { describe, expect, it } from "vitest";
import { wrongDirectives, wrongDoors, wrongLayers, wrongPlatforms } from "./rules.js";
import { readSource, sourceFiles } from "./sourceFiles.js";
import type { SourceFile } from "./sourceFiles.js";

const files = sourceFiles();
const source = (path: string, text: string): SourceFile =>
  readSource(path, text, (name) => /\.tsx?$/.test(name));

describe("the layers of src", () => {
  it("are all walked", () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "contract/index.ts",
        "server/index.ts",
        "react/provider/ImageNodeProvider.tsx",
      ]),
    );
  });

  it("import only what is below them", () => {
    expect(files.flatMap(wrongLayers)).toEqual([]);
  });

  it("reach one another, and one family of parts the other, only through an index", () => {
    expect(files.flatMap(wrongDoors)).toEqual([]);
  });

  it("keep React in react/, Node in *.node.ts and cli/, and never import the package by its own name", () => {
    expect(files.flatMap(wrongPlatforms)).toEqual([]);
  });

  it('say "use client" where a hook or a context is, and never on an index', () => {
    expect(files.flatMap(wrongDirectives)).toEqual([]);
  });

  it("import files that exist", () => {
    const known = new Set(files.map(({ path }) => path));
    const missing = files.flatMap(({ path, internal }) =>
      internal
        .filter((target) => /\.(?:js|tsx?)$/.test(target) && !known.has(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("the rules themselves", () => {
  it.each([
    ["client/a.ts", 'import "../react/index.js";'],
    ["template/a.ts", 'export type { A } from "../contract/index.js";'],
    ["server/a.ts", 'const b = await import("../demo/index.js");'],
    ["react/panel/a.tsx", 'import type { C } from "../../server/index.js";'],
    ["stray/a.ts", ""],
  ])("notice the wrong arrow in %s", (path, text) => {
    expect(wrongLayers(source(path, text))).toHaveLength(1);
  });

  it.each([
    ["react/panel/a.tsx", 'import { B } from "../field/FieldRoot.js";', 1],
    ["react/panel/a.tsx", 'import { B } from "../field/index.js";', 0],
    ["react/panel/a.tsx", 'import { B } from "../internal/b.js";', 0],
    ["client/a.ts", 'import { B } from "../contract/ids.js";', 1],
  ])("tell a door from a window: %s %s", (path, text, count) => {
    expect(wrongDoors(source(path, text))).toHaveLength(count);
  });

  it.each([
    ["client/a.ts", 'import { useState } from "react";', 1],
    ["server/a.ts", 'import { createHash } from "node:crypto";', 1],
    ["server/a.node.ts", 'import { createHash } from "node:crypto";', 0],
    ["demo/a.ts", 'import { A } from "image-generation-node/contract";', 1],
  ])("know whose platform it is: %s %s", (path, text, count) => {
    expect(wrongPlatforms(source(path, text))).toHaveLength(count);
  });

  it.each([
    ["react/field/a.tsx", "export function A() { return useId(); }", 1],
    ["react/field/a.tsx", '"use client";\nexport function A() { return useId(); }', 0],
    ["react/field/a.tsx", "export const A = React.createContext(null);", 1],
    ["react/field/a.tsx", "export function A() { return null; }", 0],
    ["react/field/index.ts", '"use client";\nexport { A } from "./A.js";', 1],
  ])("know who needs the directive: %s %s", (path, text, count) => {
    expect(wrongDirectives(source(path, text))).toHaveLength(count);
  });
});
