import { parseString } from "./pathGrammar.js";

/** Path as far as it could be read; `end` is the length of the text where that is all of it. */
export interface HostPathReading {
  segments: (string | number)[];
  end: number;
}

/** Name after a dot: all but the signs that would make it an expression. None of the patterns can match one text twice. */
const NAME = "([^.[\\](){}<>\"'`\\\\?!=|&+*,;\\p{Cc}]+)";
const stringIn = (quote: string) => `${quote}([^${quote}\\\\]*(?:\\\\[^][^${quote}\\\\]*)*)${quote}`;
const BRACKETS = `(\\[(?:\\s*(?:${stringIn('"')}|${stringIn("'")}|(0|[1-9]\\d{0,9})|\\*)\\s*)?\\])`;
const FIRST = new RegExp(`${NAME}|${BRACKETS}`, "uy");
const LATER = new RegExp(`\\??\\.${NAME}|(?:\\??\\.)?${BRACKETS}`, "uy");

/**
 * Reads a path in the spellings of other editors: `a.b`, `a?.b`, `a["b"]`, `a['b']`, `a[0]`, `a.0`, `a[]`, `a[*]`, names
 * with blanks as well. The first segment is a name, also where it has digits only. Reads `most` segments at most and takes
 * the rest as read.
 */
export function readHostPath(text: string, most: number): HostPathReading {
  const segments: (string | number)[] = [];
  let end = 0;
  while (segments.length < most && end < text.length) {
    const pattern = segments.length ? LATER : FIRST;
    pattern.lastIndex = end;
    const [all = "", name, brackets, double, single, index] = pattern.exec(text) ?? [];
    const plain = name?.trim();
    const segment = brackets
      ? inBrackets(double ?? single, index)
      : plain && afterDot(plain, segments.length);
    if (segment === undefined || (!segments.length && typeof segment === "number") || plain === "")
      return { segments, end };
    segments.push(segment);
    end += all.length;
  }
  return { segments, end: text.length };
}

const afterDot = (name: string, position: number) =>
  position && /^(?:0|[1-9]\d{0,9})$/.test(name) ? Number(name) : name;

/** Reads what brackets hold; `[]` and `[*]` stand for every element, as `[0]` does. */
const inBrackets = (quoted: string | undefined, index = "0") =>
  quoted === undefined
    ? Number(index)
    : parseString(
        `"${quoted.replace(/\\[^]|"/g, (sign) => (sign === "\\'" ? "'" : sign === '"' ? '\\"' : sign))}"`,
      );
