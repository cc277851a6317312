const SEPARATORS = /[.[\]"\s?]+/;

/** Takes a query apart at dots, brackets, quotes and spaces. */
export const queryParts = (query: string) => query.split(SEPARATORS).filter(Boolean);

/**
 * How well the parts of a query fit a path, each in a later segment, in order: whole segment, start, start of a word,
 * inside, at last three letters in their order. A part may also be glued from the starts of several segments
 * ("agsub"). 0 if they don't. All lower case; `letters` are the parts joined.
 */
export function fuzzyScore(path: string, parts: readonly string[], letters: string): number {
  let at = -1;
  for (let i = 0; i < letters.length; i++) {
    at = path.indexOf(letters.charAt(i), at + 1);
    if (at < 0) return 0;
  }
  const segments = queryParts(path);
  const score = fit(segments, 0, parts, 0);
  return score && score * 8 - segments.length;
}

function fit(segments: readonly string[], from: number, parts: readonly string[], index: number): number {
  const part = parts[index];
  if (part === undefined) return 1;
  let best = 0;
  for (let at = from; at < segments.length; at++) {
    const segment = segments[at] ?? "";
    const own = fitSegment(segment, part);
    const rest = own && fit(segments, at + 1, parts, index + 1);
    if (rest) best = Math.max(best, own + rest + (at === segments.length - 1 ? 1 : 0));
    for (let cut = commonStart(segment, part); !own && cut > 0; cut--) {
      const glued = fit(
        segments,
        at + 1,
        [...parts.slice(0, index), part.slice(cut), ...parts.slice(index + 1)],
        index,
      );
      if (glued) {
        best = Math.max(best, glued);
        break;
      }
    }
  }
  return best;
}

function fitSegment(segment: string, part: string): number {
  const at = segment.indexOf(part);
  if (at === 0) return segment.length === part.length ? 10 : 8;
  if (at > 0) return "_-".includes(segment.charAt(at - 1)) ? 6 : 4;
  if (part.length < 3) return 0;
  let place = -1;
  for (const letter of part) {
    place = segment.indexOf(letter, place + 1);
    if (place < 0) return 0;
  }
  return 1;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < b.length - 1 && a[length] === b[length]) length++;
  return length;
}
