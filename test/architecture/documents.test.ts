import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./sourceFiles.js";

/** Paths in backticks: a folder ends with a slash, a file has an extension. Patterns (`*.node.ts`) name no file. */
function namedPaths(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)]
    .map((match) => match[1] ?? "")
    .filter((path) => path.includes("/") && (path.endsWith("/") || /\.(?:tsx?|css|json|md|yml)$/.test(path)));
}

const missingPaths = (markdown: string) =>
  namedPaths(markdown).filter(
    (path) => !existsSync(join(root, "src", path)) && !existsSync(join(root, path)),
  );

describe.each(["src/ARCHITECTURE.md", "src/DECISIONS.md"])("%s", (document) => {
  it("names only files and folders that exist", () => {
    expect(missingPaths(readFileSync(join(root, document), "utf8"))).toEqual([]);
  });
});

describe("the search for names", () => {
  it("notices a file that is gone", () => {
    expect(missingPaths("See `client/gone.ts`, `contract/errorKinds.ts`, `demo/` and `*.node.ts`.")).toEqual([
      "client/gone.ts",
    ]);
  });

  it("finds the names that the architecture gives", () => {
    expect(namedPaths(readFileSync(join(root, "src/ARCHITECTURE.md"), "utf8")).length).toBeGreaterThan(5);
  });
});
