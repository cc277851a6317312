/** Takes a query apart at dots, brackets, quotes and spaces. */
export const queryParts = (query: string) => query.split(/[.[\]"\s?]+/).filter(Boolean);

/**
 * How well the parts of a query fit a path, each in a later segment, in order: whole segment, start, start of a word,
 * inside, at last three letters in their order. A part may also be glued from the starts of several segments
 * ("agsub"). 0 if they don't, else up to 110. All lower case.
 */
export function fuzzyScore(path: string, parts: readonly string[]): number {
  let at = 0;
  for (const letter of parts.join("")) {
    at = path.indexOf(letter, at) + 1;
    if (!at) return 0;
  }
  const segments = queryParts(path);
  const score = fit(segments, parts);
  return score && Math.max(1, Math.round((score * 10) / parts.length) - segments.length);
}

function fit(segments: readonly string[], [part, ...rest]: readonly string[]): number {
  if (!part) return 1;
  let best = 0;
  segments.forEach((segment, at) => {
    const later = segments.slice(at + 1);
    const own = fitSegment(segment, part);
    const others = own && fit(later, rest);
    if (others) best = Math.max(best, own + others + (later.length ? 0 : 1));
    for (let cut = own ? 0 : part.length - 1; cut > 0; cut--) {
      const glued = segment.startsWith(part.slice(0, cut)) && fit(later, [part.slice(cut), ...rest]);
      if (glued) {
        best = Math.max(best, glued);
        break;
      }
    }
  });
  return best;
}

function fitSegment(segment: string, part: string): number {
  const at = segment.indexOf(part);
  if (at >= 0) return at ? (/[_-]/.test(segment.charAt(at - 1)) ? 6 : 4) : segment === part ? 10 : 8;
  let place = 0;
  for (const letter of part) {
    place = segment.indexOf(letter, place) + 1;
    if (!place) return 0;
  }
  return part.length > 2 ? 1 : 0;
}
