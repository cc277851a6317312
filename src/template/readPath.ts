import { FIRST_PART, matchAt, parseString } from "./pathGrammar.js";

/** Longest path that starts at a place of a text. */
export interface PathReading {
  segments: (string | number)[];
  optional: boolean;
  end: number;
}

/**
 * Reads the longest path from `end`; blanks before it are passed over. `later` reads the parts after the first, `first` that,
 * and `readString` what stands in quotes.
 */
export function readPath(
  text: string,
  end: number,
  later: RegExp,
  first = FIRST_PART,
  readString = parseString,
): PathReading {
  const segments: (string | number)[] = [];
  let optional = false;
  for (;;) {
    const part = matchAt(segments.length ? later : first, text, end);
    const segment = part && (part[2] ?? readString(part[4]) ?? (part[5] && Number(part[5])));
    if (segment === undefined || segment === null) return { segments, optional, end };
    segments.push(segment);
    optional ||= !!(part?.[1] ?? part?.[3]);
    end += part?.[0].length ?? 0;
  }
}
