import type { StepBudget } from "./StepBudget.js";

const SEPARATORS = /[.[\]"\s?]+/;
/** Names are free text: of a long one only so many words are compared. */
const MAX_SEGMENTS = 32;

/** Takes a query apart at dots, brackets, quotes and spaces. */
export const queryParts = (query: string) => query.split(SEPARATORS).filter(Boolean);

/**
 * Rates how well the parts of a query fit a path, one after the other, each in a later segment or further on in the
 * same one: whole segment, start, start of a word, inside, at last three letters in their order. A part may also be
 * glued from the starts of several segments ("agsub"). 0 if they don't, else up to 110. All lower case. With its budget
 * spent, it finds no more ways to fit.
 */
export function fuzzyScore(path: string, parts: readonly string[], budget: StepBudget): number {
  budget.left -= path.length >> 4;
  if (!hasInOrder(path, parts.join(""))) return 0;
  const segments = path.split(SEPARATORS, MAX_SEGMENTS);
  const score = fit(segments, 0, parts, 0, "", { known: new Map(), budget });
  return score && Math.max(1, Math.round((score * 10) / parts.length));
}

interface FitState {
  /** Results so far: names of one letter in one another can be fitted in thousands of ways. */
  known: Map<number, number>;
  budget: StepBudget;
}

/** `left` is what is left of the part at `index`, if it was begun in an earlier segment. */
function fit(
  segments: readonly string[],
  from: number,
  parts: readonly string[],
  index: number,
  left: string,
  state: FitState,
): number {
  const part = left || parts[index];
  if (!part) return 1;
  const { known, budget } = state;
  const question = (from * 64 + index) * 64 + left.length;
  const before = known.get(question);
  if (before !== undefined) return before;
  let best = 0;
  for (let at = from; at < segments.length && budget.left-- > 0; at++) {
    const segment = segments[at] as string;
    let own = fitSegment(segment, part);
    if (own) {
      let next = index + 1;
      for (let end = segment.indexOf(part) + part.length; own; next++) {
        const others = fit(segments, at + 1, parts, next, "", state);
        if (others) best = Math.max(best, own + others + (at + 1 < segments.length ? 0 : 1));
        const word = parts[next];
        const found = word && end >= part.length ? segment.indexOf(word, end) : -1;
        if (!word || found < 0) break;
        own += 4;
        end = found + word.length;
      }
      continue;
    }
    let cut = 0;
    while (segment[cut] === part[cut]) cut++;
    for (let glued = 0; cut && !glued && budget.left-- > 0; cut--) {
      glued = fit(segments, at + 1, parts, index, part.slice(cut), state);
      best = Math.max(best, glued);
    }
  }
  known.set(question, best);
  return best;
}

function fitSegment(segment: string, part: string): number {
  const at = segment.indexOf(part);
  if (at >= 0) return at ? (/[_-]/.test(segment.charAt(at - 1)) ? 6 : 4) : segment === part ? 10 : 8;
  return part.length > 2 && hasInOrder(segment, part) ? 1 : 0;
}

function hasInOrder(text: string, letters: string): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < letters.length; at++) if (text[at] === letters[found]) found++;
  return found === letters.length;
}
