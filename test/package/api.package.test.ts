import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { describeApi } from "../../scripts/api/describeApi.ts";
import type { Api } from "../../scripts/api/describeApi.ts";
import { root } from "./project.js";

describe("the package's interface", () => {
  let api: Api;
  beforeAll(async () => {
    api = await describeApi();
  });

  it("is the one that api/ tells reviewers of; after a change on purpose, run `npm run api`", () => {
    const kept = globSync("*", { cwd: `${root}api` }).sort();
    expect(kept).toEqual(Object.keys(api.files).sort());
    const read = (name: string) => readFileSync(`${root}api/${name}`, "utf8");
    expect(Object.fromEntries(kept.map((name) => [name, read(name)]))).toEqual(api.files);
  });

  it("says of every member what it is", () => {
    expect(api.undocumented).toEqual([]);
  });
});
