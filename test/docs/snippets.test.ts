import { globSync, readFileSync } from "node:fs";
import { outputSchema } from "image-generation-node/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { compileSnippets } from "./compileSnippets.js";
import { documents, readDocument, readSnippets, root } from "./documents.js";
import type { Snippet } from "./documents.js";

const wrong: Snippet = {
  document: "a document",
  language: "ts",
  text: 'import { nothing } from "image-generation-node/contract";\nnothing();\n',
  file: "wrong.ts",
};

/** Sources that the table of Storybook's page about variables writes, as a list of them. */
const sources: Snippet = {
  document: "stories/tables/sources.md",
  language: "ts",
  text: `import { schemaFromType, sourcesFromPaths } from "image-generation-node/template";
import type { JSONSchema, VariableSource } from "image-generation-node/template";
import { z } from "zod";
const [slug, label, sample, schema] = ["node", "Node", { text: "" }, { type: "object" }];
const outputs: Record<string, JSONSchema> = { text: { type: "string" } };
const shape = z.object({ text: z.string() });
const rows = [{ path: "start.input", type: "string" }];
export const sources: readonly VariableSource[] = [
${[...readDocument("stories/tables/sources.md").matchAll(/\| `(.+)` \|$/gm)].map(([, code = ""]) => `  ${code},\n`).join("")}];
`,
  file: "sources.ts",
};

describe("the TypeScript of README and guides", () => {
  // Of Storybook's pages, those that stand for themselves.
  const page = ["Variables", "TemplateLanguages", "Saving", "WidthsAndTouch"]
    .map((name) => `stories/${name}.mdx`)
    .flatMap((document) => readSnippets(document, "ts", "tsx"))
    .filter(({ text }) => text.startsWith("import "));
  const snippets = [
    ...documents.flatMap((document) => readSnippets(document, "ts", "tsx")),
    ...page,
    sources,
  ];
  let faults: readonly string[] = [];

  // One program for all tests: it reads all of the source once.
  beforeAll(() => {
    faults = compileSnippets([...snippets, wrong]);
  }, 300_000);

  it("compiles against the source", () => {
    expect(snippets.length).toBeGreaterThan(12);
    expect(faults.filter((fault) => !fault.startsWith("wrong.ts"))).toEqual([]);
  });

  it("has the page about variables and each row of its table", () => {
    expect(page.length).toBeGreaterThan(0);
    expect(sources.text.match(/^ {2}\S.*,$/gm)?.length).toBeGreaterThan(7);
  });

  it("would be found wrong if it were", () => {
    expect(faults.join("\n")).toContain("wrong.ts:1");
  });
});

describe("the commands of README and guides", () => {
  const shell = documents.flatMap((document) => readSnippets(document, "sh"));
  const inline = documents.flatMap((document) => [...readDocument(document).matchAll(/`([^`\n]+)`/g)]);
  const commands = [...shell.map(({ text }) => text), ...inline.map(([, text = ""]) => text)].join("\n");

  it("name only scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...commands.matchAll(/npm (?:run ([\w:]+)|(start|test))\b/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(scripts).toHaveProperty([String(name)]);
  });

  it("give the command line only what it takes", () => {
    const help = readFileSync(`${root}src/cli/main.ts`, "utf8");
    const lines = commands.split("\n").filter((line) => line.includes("npx image-generation-node"));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      const [, command = ""] = /npx image-generation-node ([\w-]+)/.exec(line) ?? [];
      expect(help).toContain(`  ${command} `);
      for (const [flag] of line.replace(/#.*/, "").matchAll(/--[\w-]+/g)) expect(help).toContain(flag);
    }
  });
});

describe("the other snippets of README and guides", () => {
  it("set only custom properties that the sheet reads", () => {
    const sheet = globSync("src/**/*.css", { cwd: root })
      .map((path) => readFileSync(`${root}${path}`, "utf8"))
      .join("\n");
    const css = documents.flatMap((document) => readSnippets(document, "css"));
    const properties = css.flatMap(({ text }) => [...text.matchAll(/(--imagenode-[\w-]+)\s*:/g)]);
    expect(properties.length).toBeGreaterThan(3);
    for (const [, name] of properties) expect(sheet).toContain(`var(${String(name)}`);
  });

  it("show the output as the contract has it", () => {
    const [output] = readSnippets("README.md", "json");
    expect(outputSchema.safeParse(JSON.parse(output?.text ?? "")).error).toBeUndefined();
  });
});
