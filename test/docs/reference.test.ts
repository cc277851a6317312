import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { describeReference } from "../../scripts/reference/describeReference.ts";
import { toPartName } from "../../src/react/internal/createElementPart.js";
import { root } from "./documents.js";
import { headingFragments } from "./relativeLinks.js";

const folder = `${root}docs/reference/`;
const read = (name: string) => readFileSync(folder + name, "utf8");
const kept = globSync("**/*.md", { cwd: folder })
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

/** A page without what is shown as code. */
const proseOf = (text: string) =>
  text
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .split("\n")
    .map((line) => line.replaceAll(/``.*?``|`[^`]*`/g, "code"))
    .join("\n");

const linksOf = (text: string) =>
  [...proseOf(text).matchAll(/\]\(([^)\s]*)\)/g)].map(([, target = ""]) => target);

describe("the reference", () => {
  let made: Readonly<Record<string, string>>;
  beforeAll(() => {
    made = describeReference();
  }, 120_000);

  it("says what the doc comments say; after a change of one, run `npm run reference`", () => {
    expect(kept).toEqual(Object.keys(made).sort());
    expect(Object.fromEntries(kept.map((name) => [name, read(name)]))).toEqual(made);
  });

  it("has a section for every name that an entry exports", () => {
    const { "image-generation-node": names } = JSON.parse(
      readFileSync(`${root}api/exports.json`, "utf8"),
    ) as Record<string, readonly string[]>;
    const pages = kept.filter((name) => name.startsWith("root/")).map(read);
    const all = pages.join("\n");
    expect(names?.length).toBeGreaterThan(100);
    for (const name of names ?? []) {
      expect(all.includes(`\n## ${name}\n`) || all.includes(`Exported as \`${name}\` too.`), name).toBe(true);
    }
  });

  it("describes every section", () => {
    const bare = kept.flatMap((name) => {
      const sections = read(name).split("\n## ").slice(1);
      return sections
        .filter((text) => /^[^\n]+\n\n(?:```|\||Selector|Takes (?:also )?the )/.test(text))
        .map((text) => text.split("\n")[0]);
    });
    expect(bare).toEqual([]);
  });

  it("links only to sections that exist, and names none twice in a page", () => {
    const fragments = new Map(kept.map((name) => [name, headingFragments(read(name))]));
    let count = 0;
    for (const [name, own] of fragments) {
      expect(new Set(own).size, name).toBe(own.length);
      for (const link of linksOf(read(name))) {
        const [path = "", fragment] = link.split("#");
        const target = path === "" ? name : posix.join(posix.dirname(name), path);
        if (target.startsWith("../")) expect(globSync(target, { cwd: folder }), link).toHaveLength(1);
        else expect(fragments.get(target), `${name}: ${link}`).toBeDefined();
        if (fragment !== undefined) expect(fragments.get(target), `${name}: ${link}`).toContain(fragment);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(500);
  });

  it("leaves no tag of a comment and nothing that a browser would take for an element", () => {
    for (const name of kept)
      expect(proseOf(read(name)), name).not.toMatch(/@(?:default|selector|param)|<\/?\w/);
    for (const name of kept) expect(read(name), name).not.toContain("{@link");
  });

  it("names each part's element as the part does", () => {
    const [, selector] =
      /## Preview\.CopyImage\n[\s\S]*?data-imagenode-part="([\w-]+)"/.exec(read("root/preview.md")) ?? [];
    expect(selector).toBe(toPartName("Preview.CopyImage"));
  });
});
