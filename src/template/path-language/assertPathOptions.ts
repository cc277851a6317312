import type { PathLanguageOptions } from "./PathLanguageOptions.js";

/** Text that is no delimiter: empty, or with something that words and strings have. */
const NO_SIGNS = /^$|[\p{L}\p{N}_\s"'`]/u;
const SIGNS = 'signs that neither words nor paths have, such as "{{" or "}}"';

/** Refuses options of which no language can be made. */
export function assertPathOptions({ open, close, path, escape, others }: PathLanguageOptions): void {
  const assert = (name: string, value: unknown, fits: unknown, advice: string) => {
    if (fits) return;
    const shown = typeof value === "string" ? `"${value}"` : `of type ${typeof value}`;
    throw new TypeError(
      `createPathLanguage: "${name}" is ${shown}, by which no text can be read. Give ${advice}.`,
    );
  };
  const isOwn = typeof path === "object";
  const isSign = (value: unknown) =>
    typeof value === "string" && !NO_SIGNS.test(value) && (isOwn || !/[.[\]]/.test(value));
  const isOneOf = (value: unknown, values: string) =>
    `undefined ${values}`.split(" ").includes(String(value));
  const knowsPath = isOwn
    ? typeof path?.format === "function" && typeof path.parse === "function"
    : isOneOf(path, "dots brackets");
  assert("path", path, knowsPath, '"dots", "brackets" or { format, parse }');
  assert("open", open, isSign(open), SIGNS);
  assert("close", close, isSign(close) && (isOwn || !/^[$-]/.test(close)), SIGNS);
  const isEscape = isSign(escape) && `${escape}${open}`.indexOf(open) === 1;
  assert("escape", escape, escape === undefined || isEscape, 'one sign that "open" does not start with');
  assert("others", others, isOneOf(others, "fault expression text"), '"fault", "expression" or "text"');
}
