import type { PathLanguageOptions } from "image-generation-node/template";

/** Options of languages of paths, each kind once. */
export const OPTIONS: readonly PathLanguageOptions[] = [
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
export const UNITS = [
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

/** Puts the delimiters in. */
const spell = (unit: string, { open, close }: PathLanguageOptions) =>
  unit.replace(/[<>]/g, (sign) => (sign === "<" ? open : close));

/** Texts of about a length that repeat a unit, behind several beginnings. */
export const textsOf = (unit: string, length: number, options: PathLanguageOptions): readonly string[] =>
  ["<", `<a["`, "<'", ""].map((start) => {
    const repeated = spell(unit, options);
    return spell(start, options) + repeated.repeat(Math.ceil(length / repeated.length));
  });
