/** The longest path that starts at a place of a text. */
export interface PathReading {
  segments: (string | number)[];
  optional: boolean;
  /** Where the first segment ends. */
  headEnd: number;
  end: number;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a code unit ends a line. A text's end (NaN) does too. */
export const isLineEnd = (code: number) => code === 10 || code === 13 || Number.isNaN(code);

/** The first place from `at` that holds neither space nor tab. */
export function skipBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/** Where the name that starts at `at` ends: letters, marks, digits, `_`, `$`, `-`. */
export function nameEnd(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (
      (code > 96 && code < 123) ||
      (code > 64 && code < 91) ||
      (code > 47 && code < 58) ||
      code === 95 ||
      code === 36 ||
      code === 45
    ) {
      at++;
    } else if (code > 127 && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else return at;
  }
}

/** Whether a name may be written without brackets. A leading digit or hyphen would read like a number. */
export const isName = (key: string) => /^[^\d-]/.test(key) && nameEnd(key, 0) === key.length;

/** Where the JSON string whose quote stands at `at` ends, or 0 if it does not end on its line. */
export function stringEnd(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(++at);
    if (code === 34) return at + 1;
    if (isLineEnd(code)) return 0;
    if (code === 92 && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
}

/** Reads the JSON string at `at`; null if there is none. */
export function readString(text: string, at: number): { value: string; end: number } | null {
  const end = text[at] === '"' && stringEnd(text, at);
  if (!end) return null;
  try {
    return { value: String(JSON.parse(text.slice(at, end))), end };
  } catch {
    return null;
  }
}

const INDEX = /(?:0|[1-9]\d{0,9})(?!\d)/y;

/**
 * Reads the longest path from `at`. A segment that does not parse ends it. With `blanks`, spaces and tabs may stand
 * between its parts.
 */
export function readPath(text: string, at: number, blanks: boolean): PathReading | null {
  const path: PathReading = { segments: [], optional: false, headEnd: 0, end: 0 };
  const skip = (from: number) => (blanks ? skipBlanks(text, from) : from);
  for (;;) {
    const first = !path.end;
    let place = first ? at : skip(path.end);
    let dotted = false;
    const optional = !first && text.startsWith("?.", place);
    if (optional) place = skip(place + 2);
    else if (!first && text[place] === ".") {
      dotted = true;
      place = skip(place + 1);
    }
    let end = place;
    let segment: string | number | undefined;
    if (text[place] === "[" && !dotted) {
      place = skip(place + 1);
      const key = readString(text, place);
      INDEX.lastIndex = place;
      if (key) {
        segment = key.value;
        end = key.end;
      } else if (INDEX.test(text)) {
        end = INDEX.lastIndex;
        segment = Number(text.slice(place, end));
      }
      end = skip(end);
      if (text[end++] !== "]") segment = undefined;
    } else if (optional || dotted || (first && !/[\d-]/.test(text.charAt(place)))) {
      end = nameEnd(text, place);
      if (end > place) segment = text.slice(place, end);
    }
    if (segment === undefined) return first ? null : path;
    path.segments.push(segment);
    path.optional ||= optional;
    path.end = end;
    if (first) path.headEnd = end;
  }
}
