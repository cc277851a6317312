import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex } from "storybook/internal/core-server";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "./startStorybook.js";

interface Entry {
  readonly id: string;
  readonly type: "docs" | "story";
  readonly title: string;
  readonly name: string;
  readonly importPath: string;
  readonly exportName?: string;
}

/** Names and abbreviations, which keep their capitals wherever they stand. */
const NAMES = /\b(?:AI|Prompt AI|Radix Themes|React Flow|German|Arabic)\b/g;

let entries: readonly Entry[];

beforeAll(async () => {
  const index = await buildIndex({ configDir: join(root, ".storybook") });
  entries = Object.values(index.entries) as readonly Entry[];
}, 60_000);

/** What a reader sees first on each level of the sidebar, in its order. */
const shelves = () => [...new Set(entries.map(({ title }) => title.split("/")[0]))];

describe("the book of stories", () => {
  it("begins with the playground, then guides, recipes, and the families of parts", () => {
    expect(entries[0]?.id).toBe("panel--playground");
    expect(shelves().slice(0, 4)).toEqual(["Panel", "Guides", "Recipes", "Prompt editor"]);
    expect(shelves().at(-1)).toBe("Provider");
    const [guide] = entries.filter(({ title }) => title.startsWith("Guides/"));
    expect(guide?.title).toBe("Guides/Start");
  });

  it("has each family under one name", () => {
    expect(shelves().filter((shelf) => shelf?.startsWith("Preview"))).toEqual(["Preview"]);
    expect(shelves()).toHaveLength(12);
  });

  it("shows each family's parts and props before its stories", () => {
    for (const shelf of shelves().slice(3)) {
      const [first] = entries.filter(({ title }) => title.split("/")[0] === shelf);
      expect(first?.name, shelf).toBe("Parts and props");
    }
  });

  it("names everything in sentence case", () => {
    const names = entries.flatMap(({ title, name }) => [...title.split("/"), name]);
    const wrong = names.filter(
      (name) => !/^(?:[A-Z\d][^A-Z]*)?$/.test(name.replaceAll(NAMES, "").trimStart()),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("says of each story what it is for", () => {
    const stories = entries.filter(({ type }) => type === "story");
    expect(stories.length).toBeGreaterThan(100);
    const silent = stories.filter(({ importPath, exportName = "" }) => {
      const source = readFileSync(join(root, importPath), "utf8");
      return !source.includes(`*/\nexport const ${exportName}:`);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("shows nothing twice under one name", () => {
    const names = entries.map(({ title, name }) => `${title}/${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(["download", "cost", "variables", "error", "translating", "saving", "touch", "drawer"])(
    "is found by the word %s",
    (word) => {
      const found = entries.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(word));
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it("links only to pages that there are", () => {
    const pages = globSync(["stories/**/*.mdx", "stories/support/Document.tsx"], { cwd: root });
    const links = pages.flatMap((page) => [
      ...readFileSync(join(root, page), "utf8").matchAll(/\?path=\/\w+\/([a-z-]+)|"([a-z-]+--docs)"/g),
    ]);
    expect(links.length).toBeGreaterThan(30);
    const ids = entries.map(({ id }) => id);
    expect(links.map(([, link, page]) => link ?? page).filter((id) => !ids.includes(String(id)))).toEqual([]);
  });
});
