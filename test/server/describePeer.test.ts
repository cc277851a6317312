import { describe, expect, it } from "vitest";
import { describePeer } from "../../src/server/models/describePeer.js";

describe("describePeer", () => {
  it.each([
    ["Node", "Cannot find package 'pg' imported from /app/loadPg.js"],
    ["Bun", "Cannot find package 'pg' from '/app/loadPg.js'"],
    ["Deno", 'Import "pg" not a dependency'],
    ["Cloudflare's runtime", 'No such module "pg".'],
    ["a bundler", 'Could not resolve "pg"'],
  ])("says that a package is not installed, as %s tells it", (_, message) => {
    expect(describePeer("pg", new Error(message))).toBe("the package `pg` is not installed");
    const below = new Error("There was an error.", { cause: new Error(message) });
    expect(describePeer("pg", below)).toBe("the package `pg` is not installed");
  });

  it.each([
    ["a library that cannot be loaded", "Could not load the sharp module using the linux-x64 runtime\nmore"],
    ["a permission that is missing", 'Requires sys access to "cpus", run again with the --allow-sys flag'],
    ["another package that it needs", "Cannot find package 'detect-libc' imported from /app/sharp/index.js"],
  ])("does not blame the installation for %s", (_, message) => {
    const [first] = message.split("\n");
    expect(describePeer("sharp", new Error(message))).toBe(
      `the package \`sharp\` is there but cannot be loaded (${first})`,
    );
  });

  it("has words for what is no error", () => {
    expect(describePeer("pg", "gone")).toBe(
      "the package `pg` is there but cannot be loaded (no reason is told)",
    );
  });
});
