import { growthOf, countSteps } from "./countSteps.js";
import { describe, expect, it } from "vitest";
import {
  createPathLanguage,
  diagnoseTemplate,
  createVariableIndex,
  findTrigger,
} from "image-generation-node/template";
import type { PathLanguageOptions } from "image-generation-node/template";

/** Work that no text may need more of than a linear one. */
const LINEAR = 4.5;

const OPTIONS: readonly PathLanguageOptions[] = [
  { open: "<", close: ">" },
  { open: "<", close: ">", others: "fault" },
  { open: "{{#", close: "#}}" },
  { open: "{{", close: "}}", path: "brackets", others: "expression", escape: "\\" },
  { open: "${", close: "}", minSegments: 3 },
  { open: "%", close: "%" },
  {
    open: "{{",
    close: "}}",
    path: { format: () => "a", parse: (inner) => (inner.length > 3 ? null : ["a"]) },
  },
];

/** Units of a text that a reader may look at again and again; `<` and `>` stand for the delimiters. */
const UNITS = [
  "<",
  "<a",
  "<a.",
  "< ",
  "<a ",
  "<a>",
  "<>",
  "<1+1>",
  "\\<",
  "<\\",
  '<"',
  "<'",
  `<'"`,
  `<'"<"'`,
  `<a["`,
  `<a['`,
  `<a["<a"]`,
  `<a['<a["']["<a['"]`,
  `<a["<a['"]['][`,
  `<'"t'"`,
  `<"\\`,
  `<'\\'`,
  `<a[0`,
  `<a["\\"`,
  ".a",
  "['a']",
  " ",
  '"',
  "'",
  "\\",
  "a\n<",
  "ü<",
];

const spell = (unit: string, { open, close }: PathLanguageOptions) =>
  unit.replace(/[<>]/g, (sign) => (sign === "<" ? open : close));

describe.each(OPTIONS)("a language of paths in $open…$close, others as $others", (options) => {
  const language = createPathLanguage(options);
  const read = (text: string) => {
    language.scan(text);
    void language.resolve?.(text, { a: "x" });
  };

  it.each(UNITS)("takes steps that grow with the text: %j", async (unit) => {
    const text = spell(unit, options);
    for (const start of ["", spell("<", options), spell(`<a["`, options), spell("<'", options)]) {
      expect(await growthOf((n) => read(start + text.repeat(n)), 200)).toBeLessThan(LINEAR);
    }
  });

  // Steps inside of regular expressions are not counted: one that goes back over a text would not come to an end here.
  it.each(UNITS)("reads a long text to its end: %j", (unit) => {
    const text = spell(unit, options);
    for (const start of ["", spell("<", options), spell(`<a["`, options), spell("<'", options)]) {
      read(start + text.repeat(Math.ceil(100_000 / text.length)));
    }
  });

  it.each(UNITS)("finds the trigger at the same cost in however long a text: %j", async (unit) => {
    const text = spell(unit, options);
    const find = (n: number) => findTrigger(text.repeat(n), text.length * n, { language });
    await countSteps(() => find(1_000));
    const short = await countSteps(() => find(1_000));
    expect(await countSteps(() => find(8_000))).toBeLessThanOrEqual(short * 1.1);
    expect(short).toBeLessThan(40_000);
  });
});

it("diagnoses a text of nothing but tokens in steps that grow with it", async () => {
  const language = createPathLanguage({ open: "<", close: ">" });
  const index = createVariableIndex([{ slug: "a", label: "A", sample: { b: 1 } }]);
  const work = (n: number) => diagnoseTemplate("<a.c>".repeat(n), index, { language });
  expect(await growthOf(work, 200)).toBeLessThan(LINEAR);
});
