import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./sourceFiles.js";

/** Files that several equal exports share: named for the family, each with its members. */
const FAMILIES: Readonly<Record<string, string>> = {};

/** Names that a file exports itself; a list of re-exports is an entry and has none. */
function exportedNames(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  return file.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
    return "name" in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
  });
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** `toPng.node.ts` → `topng`; `PROBLEM_TEXTS` → `problemtexts`. */
const fold = (name: string) => name.replaceAll("_", "").toLowerCase();
const nameOf = (path: string) => fold(basename(path).replace(/\.(?:(?:node|browser)\.)?tsx?$/, ""));

const isNamed = (path: string, names: readonly string[]) =>
  names.length === 0 || names.some((name) => fold(name) === nameOf(path));

describe("a file of src, stories or scripts", () => {
  const files = repositoryFiles()
    .filter(({ path }) => /^(?:src|stories|scripts)\//.test(path) && !/\.stories\.tsx$/.test(path))
    .map(({ path, text }) => ({ path, names: exportedNames(path, text) }));

  it("bears the name of what it exports", () => {
    const unnamed = files.filter(({ path, names }) => !isNamed(path, names) && !(path in FAMILIES));
    expect(unnamed.map(({ path, names }) => `${path} exports ${names.join(", ")}`)).toEqual([]);
  });

  it("is excused only as a family, and only as long as it has to be", () => {
    const needed = files.filter(({ path, names }) => !isNamed(path, names) && names.length > 1);
    expect(Object.keys(FAMILIES).filter((path) => !needed.some((file) => file.path === path))).toEqual([]);
    expect(Object.keys(FAMILIES).length).toBeLessThan(files.length / 20);
  });
});

describe("the search for names", () => {
  it.each([
    ["src/a/toPng.node.ts", "export function toPng() {}", true],
    ["src/a/problemTexts.ts", "export const PROBLEM_TEXTS = {};", true],
    ["src/a/FieldContext.ts", "export const [FieldProvider, useField, FieldContext] = f();", true],
    ["src/a/index.ts", 'export { a } from "./a.js";', true],
    ["src/a/helpers.ts", "export function toPng() {}", false],
  ])("judges %s", (path, text, expected) => {
    expect(isNamed(path, exportedNames(path, text))).toBe(expected);
  });
});
