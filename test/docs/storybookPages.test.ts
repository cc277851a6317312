import { globSync, readFileSync } from "node:fs";
import * as parts from "image-generation-node";
import { generationRequestSchema } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { root } from "./documents.js";

const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

/** The rows of a Markdown table, without its head, as cells. */
function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

describe("the pages of Storybook", () => {
  const pages = globSync("stories/*.mdx", { cwd: root });

  it("hold no tables of pipes, which MDX shows as they stand", () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => /^\|/m.test(read(page)))).toEqual([]);
  });

  it("name in the table of families only parts that there are", () => {
    const rows = rowsOf(read("stories/tables/families.md"));
    expect(rows.length).toBeGreaterThan(4);
    for (const [families = "", names = ""] of rows) {
      if (names.startsWith("Root and")) continue;
      for (const [, family = ""] of families.matchAll(/`(\w+)`/g)) {
        const namespace = (parts as Readonly<Record<string, unknown>>)[family] as object;
        for (const name of names.split(", ")) expect(namespace, family).toHaveProperty(name);
      }
    }
  });

  it("name in the table of custom properties only those that the sheet has", () => {
    const sheet = globSync("src/**/*.css", { cwd: root }).map(read).join("\n");
    const named = [...read("stories/tables/properties.md").matchAll(/`(--imagenode-[\w-]+)`/g)];
    expect(named.length).toBeGreaterThan(10);
    for (const [, name] of named) expect(sheet).toContain(`${String(name)}:`);
  });

  it("show a request that the contract takes", () => {
    const [, body = ""] = /-d '(\{[\s\S]*?\})'/.exec(read("stories/Start.mdx")) ?? [];
    expect(generationRequestSchema.safeParse(JSON.parse(body)).error).toBeUndefined();
  });
});
