import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listMissing } from "../../scripts/publish/listMissing.ts";
import { root } from "../docs/documents.js";

const owned = {
  author: "A Publisher",
  repository: { type: "git", url: "git+https://git.test/a/b.git" },
  homepage: "https://b.test",
  bugs: { url: "https://git.test/a/b/issues" },
};

const folder = mkdtempSync(join(tmpdir(), "publishable-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function assertPublishable(manifest: object) {
  const path = join(folder, "package.json");
  writeFileSync(path, JSON.stringify(manifest));
  const script = `${root}scripts/assertPublishable.ts`;
  return spawnSync(process.execPath, [script, path], { encoding: "utf8" });
}

describe("what a release needs of its publisher", () => {
  it("is an author, a repository, a homepage and a place for bugs", () => {
    expect(listMissing(owned)).toEqual([]);
    expect(listMissing({ ...owned, author: { name: "A Publisher" }, repository: "github:a/b" })).toEqual([]);
    expect(listMissing({}).map((line) => line.split(":")[0])).toEqual([
      "author",
      "repository",
      "homepage",
      "bugs",
    ]);
  });

  it.each([
    ["bugs", { ...owned, bugs: {} }],
    ["homepage", { ...owned, homepage: " " }],
    ["homepage", { ...owned, homepage: "https://example.com/docs" }],
    ["repository", { ...owned, repository: { type: "git", url: "git+https://<host>/<owner>/<name>.git" } }],
    ["author", { ...owned, author: "" }],
  ])("is not an empty field or an example: %s", (name, manifest) => {
    expect(listMissing(manifest)).toEqual([expect.stringMatching(`^${name}: .+ Write "${name}": `)]);
  });

  it("stops the release, and says what to write where", () => {
    const refused = assertPublishable({ ...owned, repository: undefined });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(join(folder, "package.json"));
    expect(refused.stderr).toContain('"repository": { "type": "git"');
    expect(assertPublishable(owned)).toMatchObject({ status: 0, stderr: "" });
  });

  it("is asked before anything is published", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["release:publish"]).toMatch(
      /^node scripts\/assertPublishable\.ts && .*changeset publish$/,
    );
  });
});
