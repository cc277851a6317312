import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument, root } from "./documents.js";

const GUIDE = "docs/embed.md";
/** A block whose first line names a file of the guide's editor. */
const BLOCK = /^```(tsx?|css)\n((?:\/\/|\/\*) ([\w.]+)(?: \*\/)?)\n([\s\S]*?)^```/gm;

const fileOf = (name: string) => `${root}stories/embed/${name}`;
const read = (name: string) =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name), "utf8") : "no such file\n";

describe("the guide of embedding", () => {
  // `WRITE=1 npm exec vitest -- run --project node test/docs/embed.test.ts` writes it.
  it("shows the files of its editor as they are", () => {
    const shown = readDocument(GUIDE);
    const wanted = shown.replace(
      BLOCK,
      (_, language: string, head: string, name: string) => `\`\`\`${language}\n${head}\n${read(name)}\`\`\``,
    );
    if (process.env.WRITE) writeFileSync(`${root}${GUIDE}`, wanted);
    expect(readDocument(GUIDE)).toBe(wanted);
  });

  it("has no code but of those files, and all that they import of one another", () => {
    const shown = readDocument(GUIDE);
    const blocks = [...shown.matchAll(BLOCK)];
    const names = blocks.map(([, , , name = ""]) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
    expect(shown.match(/^```(?:tsx?|css)$/gm)).toHaveLength(names.length);
    const imported = blocks.flatMap(([, , , , text = ""]) =>
      [...text.matchAll(/from "\.\/([\w]+)\.js"/g)].map(([, name = ""]) => name),
    );
    const known = names.map((name) => name.replace(/\.\w+$/, ""));
    expect(imported.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("uses each of them, in the editor or in a test", () => {
    const users = globSync(["stories/embed/*.ts*", "test/embed/**/*.ts*"], { cwd: root })
      .map((path) => readFileSync(`${root}${path}`, "utf8"))
      .join("\n");
    for (const [, , , name = ""] of readDocument(GUIDE).matchAll(BLOCK)) {
      expect(users, name).toContain(`/${name.replace(/\.tsx?$/, ".js")}"`);
    }
  });
});
