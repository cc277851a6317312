import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents, readDocument, root } from "./documents.js";
import { fragmentLinks, headingFragments, relativeLinks } from "./relativeLinks.js";

const missing = (document: string, text: string) =>
  relativeLinks(text).filter((target) => !existsSync(join(root, dirname(document), target)));

/** Links to headings that their file does not have. */
const missingHeadings = (document: string, text: string) =>
  fragmentLinks(text)
    .map(([file, fragment]) => ({ file: file === "" ? document : join(dirname(document), file), fragment }))
    .filter(({ file }) => file.endsWith(".md") && existsSync(join(root, file)))
    .filter(({ file, fragment }) => !headingFragments(readDocument(file)).includes(fragment))
    .map(({ file, fragment }) => `${file}#${fragment}`);

/** Files of tests and stories that a document names. */
const namedFiles = (text: string) =>
  [...text.matchAll(/`((?:test|stories|scripts|bench)\/[\w./-]+\.tsx?|[\w.]+\.config\.ts)`/g)].map(
    ([, path = ""]) => path,
  );

describe.each(documents)("%s", (document) => {
  it("links only to what exists", () => {
    expect(missing(document, readDocument(document))).toEqual([]);
    expect(missingHeadings(document, readDocument(document))).toEqual([]);
  });

  it("names only tests and stories that exist", () => {
    expect(namedFiles(readDocument(document)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("the threat table of SECURITY.md", () => {
  const rows = readDocument("SECURITY.md")
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\| (?:-|threat|promise)/.test(line));

  it("names for each threat a test that holds its control", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const files = namedFiles(row);
      expect(files, row).not.toEqual([]);
      for (const file of files) {
        expect(readFileSync(join(root, file), "utf8"), file).toMatch(/\bit(?:\.each)?\b|storageSuite/);
      }
    }
  });
});

describe("the guides", () => {
  const guides = documents.filter((path) => path.startsWith("docs/"));

  it("are linked from the README and from Storybook's start page", () => {
    const readme = readDocument("README.md");
    const start = readFileSync(`${root}stories/Start.mdx`, "utf8");
    for (const guide of [...guides, "SECURITY.md"]) {
      expect(readme, guide).toContain(`](${guide})`);
      expect(start, guide).toContain(guide);
    }
  });
});

describe("the search for links", () => {
  it("notices a file that is gone", () => {
    expect(missing("README.md", "[a](docs/gone.md) [b](docs/theme.md#x) [c](https://example.com)")).toEqual([
      "docs/gone.md",
    ]);
    expect(missing("README.md", '<img src="docs/gone.webp">\n```tsx\n<img src="a.png">\n```')).toEqual([
      "docs/gone.webp",
    ]);
    expect(missingHeadings("README.md", "[a](docs/theme.md#gone) [b](#guides)")).toEqual([
      "docs/theme.md#gone",
    ]);
    expect(namedFiles("`test/gone.test.ts` and `src/x`")).toEqual(["test/gone.test.ts"]);
  });
});
