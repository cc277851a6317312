import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as entry from "image-generation-node/server";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, Record<string, string>> };

/** What a bundler or runtime takes that knows these conditions: the first that matches. */
function take(conditions: readonly string[]): string | undefined {
  const known = new Set([...conditions, "import", "default"]);
  return Object.entries(exports["./server"] ?? {}).find(([name]) => known.has(name))?.[1];
}

describe("image-generation-node/server in a browser bundle", () => {
  it("says why it must not be there, as soon as it is loaded", async () => {
    const loading = import("../../src/server/browser.js");
    await expect(loading).rejects.toThrow(/loaded in a browser.*provider's key.*secret.*client/s);
  });

  it("has every name, so that the bundle is built and the sentence is read", () => {
    const named = [...read("src/server/browser.ts").matchAll(/unavailable as (\w+)/g)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual(Object.keys(entry).sort());
  });

  it.each([
    ["a browser", ["browser", "module"], "browser.js"],
    ["Node", ["node"], "index.js"],
    ["an edge runtime", ["edge-light", "worker", "browser"], "index.js"],
    ["Workers", ["workerd", "worker", "browser"], "index.js"],
    ["Deno", ["deno", "node"], "index.js"],
    ["Bun", ["bun", "node"], "index.js"],
    ["a runtime without a name", [], "index.js"],
  ])("is what %s gets, or is not", (_, conditions, file) => {
    expect(take(conditions)).toBe(`./dist/server/${file}`);
  });
});
