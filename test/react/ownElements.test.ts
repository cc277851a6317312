import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "../architecture/sourceFiles.js";

/** Content that comes from elsewhere: elements of ours that were looked at on their own, or the host's. */
const ELSEWHERE = /^(?:children|props\.children|head|empty|hint|tools)$|\.map\(/;

/** What an expression may render. */
function leavesOf(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return leavesOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...leavesOf(expression.whenTrue), ...leavesOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) {
    const { kind } = expression.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return leavesOf(expression.right);
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken)
      return [...leavesOf(expression.left), ...leavesOf(expression.right)];
  }
  return [expression];
}

const isElement = (node: ts.Expression) =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);

/** Texts that stand beside other nodes in one element, where a page translator's replacement loses them. */
function looseTexts(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const shown = node.children.filter(
        (child) =>
          !(ts.isJsxText(child) && child.containsOnlyTriviaWhiteSpaces && /\n|^$/.test(child.text)) &&
          !(ts.isJsxExpression(child) && !child.expression),
      );
      for (const child of shown.length > 1 ? shown : []) {
        const place = `${path}: ${child.getText(file).replace(/\s+/g, " ").slice(0, 80)}`;
        if (ts.isJsxText(child)) found.push(place);
        if (!ts.isJsxExpression(child) || !child.expression) continue;
        const isLoose = leavesOf(child.expression).some(
          (leaf) =>
            !isElement(leaf) &&
            leaf.kind !== ts.SyntaxKind.NullKeyword &&
            !ELSEWHERE.test(leaf.getText(file)),
        );
        if (isLoose) found.push(place);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("a text of ours", () => {
  it("stands alone in an element of its own, so that it may be replaced, come and go", () => {
    const parts = sourceFiles().filter(({ path }) => /^react\/.*\.tsx$/.test(path));
    expect(parts.length).toBeGreaterThan(80);
    expect(parts.flatMap(({ path, text }) => looseTexts(path, text))).toEqual([]);
  });

  it.each([
    ["a text beside an element", "<p>{t(`a`)}<b /></p>"],
    ["a text that comes and goes", "<p><b />{x && t(`a`)}</p>"],
    ["one of two texts", "<p>{x ? t(`a`) : <b />}{y && <i />}</p>"],
    ["a written text", "<p>word <b /></p>"],
    ["a space alone", "<p><b /> <i /></p>"],
  ])("would be found as %s", (_name, code) => {
    expect(looseTexts("a.tsx", `const a = ${code};`).length).toBeGreaterThan(0);
  });
});
