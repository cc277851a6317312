import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

interface Snippet {
  name: string;
  text: string;
}

function snippets(markdown: string): Snippet[] {
  const fences = [...markdown.matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm)];
  return fences.map(([, language, text], index) => ({
    name: `${root}test/docs/readme-snippet-${index + 1}.${language}`,
    text: text ?? "",
  }));
}

function compile(files: readonly Snippet[]): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ["README.md"] },
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const find = (name: string) => files.find((file) => file.name === name)?.text;
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => find(name) !== undefined || fileExists(name);
  host.readFile = (name) => find(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = find(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram(
    files.map(({ name }) => name),
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || find(file.fileName) !== undefined)
    .map(({ file, messageText, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName.split("/").at(-1) ?? "options"}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
}

describe("README", () => {
  const found = snippets(readme);
  const wrong = {
    name: `${root}test/docs/readme-snippet-wrong.ts`,
    text: 'import { nothing } from "image-generation-node/contract";\nnothing();\n',
  };
  let faults: string[] = [];

  // One program for both tests: it reads all of the source once.
  beforeAll(() => {
    faults = compile([...found, wrong]);
  }, 120_000);

  it("has snippets that compile against the source", () => {
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(faults.filter((fault) => !fault.startsWith("readme-snippet-wrong"))).toEqual([]);
  });

  it("would notice a snippet that does not compile", () => {
    expect(faults.join()).toContain("readme-snippet-wrong.ts:1");
  });

  it("names only scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm (?:run ([\w:]+)|(start|test))\b/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) expect(scripts).toHaveProperty([String(name)]);
  });
});
