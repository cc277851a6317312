import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./sourceFiles.js";

const MOST_LINES = 120;

interface FunctionLength {
  readonly name: string;
  readonly lines: number;
}

/** Measures every function of a file, those inside of others too. */
function measureFunctions(path: string, text: string): readonly FunctionLength[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const found: FunctionLength[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const name = node.name?.getText() ?? "a function";
      found.push({
        name: `${path}:${lineOf(node.getStart()) + 1} ${name}`,
        lines: lineOf(node.end) - lineOf(node.getStart()) + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("a function", () => {
  const functions = repositoryFiles()
    // The callback of a `describe` is a chapter, not a function that somebody calls.
    .filter(({ path }) => !path.startsWith("test/"))
    .flatMap(({ path, text }) => measureFunctions(path, text));

  it(`fits a screen: ${MOST_LINES} lines at most`, () => {
    expect(functions.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
  });

  it("mostly has fewer than 50 lines", () => {
    expect(functions.length).toBeGreaterThan(2000);
    expect(functions.filter(({ lines }) => lines >= 50).length / functions.length).toBeLessThan(0.02);
  });

  it("is measured with its signature, inside of others too", () => {
    expect(measureFunctions("a.ts", "function a() {\n  const b = () =>\n    1;\n  return b;\n}\n")).toEqual([
      { name: "a.ts:1 a", lines: 5 },
      { name: "a.ts:2 a function", lines: 2 },
    ]);
  });
});
