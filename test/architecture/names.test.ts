import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./sourceFiles.js";

/** Files that several equal exports share: named for the family, each with its members. */
const FAMILIES: Readonly<Record<string, string>> = {
  "src/client/types.ts": "the client's interfaces",
  "src/contract/atoms.ts": "schemas of single values",
  "src/contract/describeSettings.ts": "schemas of settings and prices",
  "src/contract/ids.ts": "modes, ratios and styles",
  "src/contract/openApiParts.ts": "pieces of the OpenAPI document",
  "src/demo/drawing/colour.ts": "arithmetic of colours",
  "src/demo/drawing/strokeFont.ts": "a font of strokes",
  "src/demo/drawing/svg.ts": "elements of an SVG",
  "src/demo/finish/drawnTreatments.ts": "treatments of drawn styles",
  "src/demo/finish/filters.ts": "SVG filters",
  "src/demo/finish/lensTreatments.ts": "treatments of styles that look through a lens",
  "src/demo/finish/planes.ts": "arithmetic of pixel planes",
  "src/demo/reference/colours.ts": "arithmetic of colours as numbers",
  "src/demo/reference/paintReference.ts": "work on pixels after a reference",
  "src/demo/prompt/people.ts": "people in a prompt",
  "src/demo/prompt/surroundings.ts": "place and sky in a prompt",
  "src/demo/prompt/vocabulary.ts": "lists of words",
  "src/demo/raster.ts": "pixels and their options",
  "src/demo/scene/interiors.ts": "painters of rooms",
  "src/demo/scene/land.ts": "painters of land",
  "src/demo/scene/places.ts": "painters of places",
  "src/react/panel/icons.tsx": "the panel's icons",
  "src/react/panel/resultIcons.tsx": "icons that come with an image",
  "src/react/references/icons.tsx": "icons of reference images",
  "src/react/provider/readProps.ts": "checks of a host's props",
  "src/server/encoding.ts": "base64 and hashes",
  "src/server/journal/callScope.ts": "the call that running code is part of",
  "src/server/http/negotiation.ts": "what a caller prefers",
  "src/server/models/providers/commonOptions.ts": "settings that providers share",
  "src/server/options.ts": "the handler's options",
  "src/server/queue/postgres/postgresStatements.ts": "SQL statements",
  "src/server/queue/redis/redisScripts.ts": "Lua scripts",
  "src/server/queue/turns/turnScripts.ts": "Lua scripts of the turns",
  "src/server/queue/channels/runMessages.ts": "messages about a run",
  "src/server/queue/store/runRecords.ts": "records of runs in a database",
  "src/server/runs/lease.ts": "times by which a run is given up",
  "src/template/pathGrammar.ts": "patterns of the grammar",
  "src/template/types.ts": "the language's interfaces",
  "stories/languages/slotLanguages.ts": "two languages of slots",
  "stories/support/entries.ts": "entries of a history",
  "stories/support/upstream.ts": "an earlier node and its output",
  "stories/workflow-editor/engine/graph.ts": "questions about a workflow's graph",
  "stories/workflow-editor/engine/types.ts": "the engine's interfaces",
  "stories/workflow-editor/workflow/edits.ts": "edits of a workflow",
};

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

/** `toPng.node.ts` → `topng`; `PROBLEM_TEXTS` → `problemtexts`; `pt-BR.ts` → `ptbr`. */
const fold = (name: string) => name.replaceAll(/[_-]/g, "").toLowerCase();
const nameOf = (path: string) => fold(basename(path).replace(/\.(?:(?:node|browser)\.)?tsx?$/, ""));

/** `FieldContext.ts` gives the context of `Field`: its provider and the hook that reads it. */
const isContextOf = (path: string, name: string) =>
  nameOf(path).endsWith("context") && fold(name) === `${nameOf(path).slice(0, -"context".length)}provider`;

const isNamed = (path: string, names: readonly string[]) =>
  names.length === 0 ||
  /\/index\.tsx?$/.test(path) ||
  names.some((name) => fold(name) === nameOf(path) || isContextOf(path, name));

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
    expect(Object.keys(FAMILIES).length).toBeLessThan(files.length / 15);
  });
});

describe("the search for names", () => {
  it.each([
    ["src/a/toPng.node.ts", "export function toPng() {}", true],
    ["src/a/problemTexts.ts", "export const PROBLEM_TEXTS = {};", true],
    ["src/a/FieldContext.ts", "export const [FieldProvider, useField] = f();", true],
    ["src/a/CaseContext.ts", "export const [FieldProvider, useField] = f();", false],
    ["src/a/index.ts", 'export { a } from "./a.js";', true],
    ["src/a/helpers.ts", "export function toPng() {}", false],
  ])("judges %s", (path, text, expected) => {
    expect(isNamed(path, exportedNames(path, text))).toBe(expected);
  });
});
