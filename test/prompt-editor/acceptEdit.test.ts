import * as fc from "fast-check";
import {
  createPathLanguage,
  createVariableIndex,
  doubleBraceLanguage,
  findTrigger,
  listReferences,
  parsePath,
} from "image-generation-node/template";
import type { TextRange, Trigger, Variable, VariableIndex } from "image-generation-node/template";
import { describe, expect, it } from "vitest";
import { changedRange, moveOffset } from "../../src/react/prompt-editor/textarea/changedRange.js";
import { diffLines } from "../../src/react/prompt-editor/backdrop/diffLines.js";
import {
  acceptEdit as acceptEditIn,
  drillEdit as drillEditIn,
  isAtTokenEnd as isAtTokenEndIn,
} from "../../src/react/prompt-editor/textarea/acceptEdit.js";
import type { TextEdit } from "../../src/react/prompt-editor/textarea/writeText.js";

/** Puts a path into a token of this package's language. */
const acceptEdit = (text: string, range: TextRange, path: string) =>
  written(
    acceptEditIn(text, range, { segments: parsePath(path) ?? [], source: undefined }, doubleBraceLanguage),
  );
const drillEdit = (text: string, trigger: Trigger, variable: Variable, index: VariableIndex) =>
  written(drillEditIn(text, trigger, variable, index, doubleBraceLanguage));
const isAtTokenEnd = (text: string, caret: number, trigger: Trigger) =>
  isAtTokenEndIn(text, caret, trigger, doubleBraceLanguage);

function written(edit: TextEdit | null): TextEdit {
  if (!edit) throw new Error("The language writes every path.");
  return edit;
}

const apply = (text: string, edit: TextEdit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end);

/** Whether no pair of surrogates is split: only whole letters can be encoded. */
function isWhole(text: string | null): boolean {
  try {
    encodeURIComponent(text ?? "");
    return true;
  } catch {
    return false;
  }
}

describe("changedRange", () => {
  it.each([
    ["", "", { start: 0, end: 0, text: "" }],
    ["ab", "ab", { start: 2, end: 2, text: "" }],
    ["one three", "one two three", { start: 5, end: 5, text: "wo t" }],
    ["aaa", "aa", { start: 2, end: 3, text: "" }],
    ["x😀y", "x😁y", { start: 1, end: 3, text: "😁" }],
  ])("turns %j into %j by one replacement", (before, after, edit) => {
    expect(changedRange(before, after)).toEqual(edit);
  });

  it("[case 27] gives the new text and splits no pair of surrogates, whatever the texts are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "e\u0301", "👩‍👧") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = changedRange(before, after);
        expect(apply(before, edit)).toBe(after);
        expect(isWhole(edit.text)).toBe(true);
        expect(isWhole(before.slice(0, edit.start))).toBe(true);
        expect(isWhole(before.slice(edit.end))).toBe(true);
      }),
    );
  });

  it("moves a caret with its text", () => {
    const edit = { start: 4, end: 8, text: "xy" };
    expect([0, 4, 5, 7, 8, 10].map((offset) => moveOffset(offset, edit))).toEqual([0, 4, 5, 6, 6, 8]);
  });
});

describe("diffLines", () => {
  it("finds the lines between which an edit happened", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "b", "")),
        fc.array(fc.constantFrom("a", "b", "")),
        (before, after) => {
          const { prefix, suffix } = diffLines(before, after);
          const between = after.slice(prefix, after.length - suffix);
          expect([...before.slice(0, prefix), ...between, ...before.slice(before.length - suffix)]).toEqual(
            after,
          );
          expect(prefix + suffix).toBeLessThanOrEqual(Math.min(before.length, after.length));
        },
      ),
    );
  });
});

describe("acceptEdit", () => {
  it("[case 30] inserts any key so that it is read back as the same key", () => {
    const odd = fc.constantFrom(
      "a b",
      "a.b",
      'a"b',
      "a\\b",
      "a-b",
      "a[0]",
      "}}",
      "{{",
      "a\nb",
      "1a",
      "",
      "é",
      "日本",
      "__proto__",
      "constructor",
      "toString",
      "\\{{",
      "?.",
      "??",
    );
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: "binary" })), (key) => {
        const sample = Object.defineProperty({}, key, { value: "x", enumerable: true });
        const index = createVariableIndex([{ slug: "node", label: "Node", sample }]);
        const variable = index.children("node")[0];
        fc.pre(variable !== undefined);
        const text = "A {{no cat";
        const trigger = findTrigger(text, 6);
        if (!variable || !trigger) throw new Error("nothing to insert");
        const [reference] = listReferences(apply(text, acceptEdit(text, trigger, variable.path)));
        expect(reference?.segments).toEqual(["node", key]);
      }),
    );
  });
});

describe("defaults of a token", () => {
  it.each([
    ['{{n.pl| ?? "x"}} y', '{{n.plain ?? "x"}} y'],
    ['{{ n.pl|??"x" }}', '{{n.plain ??"x" }}'],
    ['{{n["a ?? b"]| ?? "a }} \\" b"}}', '{{n.plain ?? "a }} \\" b"}}'],
    ['{{n["a ?? b"]|}}', "{{n.plain}}"],
    ["{{n.pl| and", "{{n.plain}} and"],
  ])("stay where a row is accepted in %s", (before, after) => {
    const text = before.replace("|", "");
    const trigger = findTrigger(text, before.indexOf("|"));
    if (!trigger) throw new Error("nothing to complete");
    expect(apply(text, acceptEdit(text, trigger, "n.plain"))).toBe(after);
    expect(isAtTokenEnd(text, before.indexOf("|"), trigger)).toBe(true);
  });

  it.each([
    ['{{n.plian ?? "x"}}', "n.plain", '{{n.plain ?? "x"}}'],
    ["{{n?.plian}}", "n.plain", "{{n?.plain}}"],
    ['{{n.a?.b ?? ""}}', 'n["x y"].b', '{{n?.["x y"].b ?? ""}}'],
    ['{{["1"]?.b}}', '["1.2"].b', '{{["1.2"]?.b}}'],
    ["{{ m }}", "n", "{{n}}"],
  ])("stay where the path of %s is replaced with %s", (token, path, replaced) => {
    const text = `A ${token} cat`;
    const edit = acceptEdit(text, { start: 2, end: 2 + token.length }, path);
    expect(apply(text, edit)).toBe(`A ${replaced} cat`);
    expect(listReferences(replaced)[0]?.path).toBe(path);
  });
});

describe("drillEdit", () => {
  const index = createVariableIndex([
    { slug: "n", label: "N", sample: { plain: { a: 1 }, list: [{ b: 1 }], odd: { "x y": 1 }, bare: {} } },
  ]);

  it.each([
    ["{{n.pl|", "n.plain", "{{n.plain."],
    ["{{n.pl|}} x", "n.plain", "{{n.plain.}} x"],
    ["{{n.li|", "n.list", "{{n.list["],
    ["{{n.od|", "n.odd", "{{n.odd["],
    ["{{|", "n", "{{n."],
    ["{{|}}", "n", "{{n.}}"],
    ['{{n.pl| ?? "x"}} y', "n.plain", '{{n.plain. ?? "x"}} y'],
  ])("goes on from %s with %s to %s", (before, path, after) => {
    const caret = before.indexOf("|");
    const text = before.replace("|", "");
    const trigger = findTrigger(text, caret);
    const variable = index.get(path);
    if (!trigger || !variable) throw new Error("nothing to complete");
    expect(apply(text, drillEdit(text, trigger, variable, index))).toBe(after);
  });
});

describe("a token behind a word or an escape", () => {
  const language = createPathLanguage({ open: "<", close: ">" });
  const path = { segments: ["agent1", "content"], source: undefined };

  it.each([
    ["a picture of ", "a picture of <agent1.content>"],
    ["a picture of", "a picture of <agent1.content>"],
    ["line\nof", "line\nof <agent1.content>"],
    ["(", "(<agent1.content>"],
  ])("is one in %j, with a blank where it needs one", (text, after) => {
    const range = { start: text.length, end: text.length };
    const edited = apply(text, written(acceptEditIn(text, range, path, language)));
    expect(edited).toBe(after);
    expect(listReferences(edited, language).map(({ segments }) => segments)).toEqual([path.segments]);
  });

  it("is one behind a backslash of this package's language", () => {
    expect(apply("C:\\", acceptEdit("C:\\", { start: 3, end: 3 }, "n.plain"))).toBe("C:\\ {{n.plain}}");
  });

  it("is not written where its language reads it nowhere", () => {
    const blind = { ...language, scan: () => [] };
    expect(acceptEditIn("of ", { start: 3, end: 3 }, path, blind)).toBeNull();
  });
});
