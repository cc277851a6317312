import { UNSPACED } from "../../internal/UNSPACED.js";

/** Stretch of the newer text. */
export interface WordRun {
  text: string;
  changed: boolean;
}

/** Number of words above which a text gets no marks: the table below grows with the square. */
const MAX_WORDS = 400;

/**
 * Splits the newer text into stretches and marks those that the older one does not have (longest common subsequence of
 * words).
 */
export function changedWords(before: string, after: string): readonly WordRun[] {
  const old = split(before);
  const now = split(after);
  if (old.length > MAX_WORDS || now.length > MAX_WORDS) return [{ text: after, changed: false }];
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: WordRun[] = [];
  let i = 0;
  for (let j = 0; j < now.length; j += 1) {
    while (i < old.length && old[i] !== now[j] && at(i + 1, j) >= at(i, j + 1)) i += 1;
    const kept = i < old.length && old[i] === now[j];
    if (kept) i += 1;
    push(runs, now[j] ?? "", !kept);
  }
  return runs;
}

function push(runs: WordRun[], text: string, changed: boolean): void {
  const last = runs.at(-1);
  if (last?.changed === changed) last.text += text;
  else runs.push({ text, changed });
}

/** Splits a text into words, spaces and marks, so that nothing is lost. */
function split(text: string): string[] {
  const parts = text.match(/\{\{[^{}]*\}\}|[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
  return parts.flatMap((part) =>
    UNSPACED.test(part) && !part.startsWith("{{") ? splitUnspaced(part) : part,
  );
}

/** Splits words that are written without spaces: by a dictionary where there is one, else letter by letter. */
function splitUnspaced(text: string): string[] {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (!Segmenter) return Array.from(text);
  return Array.from(new Segmenter("en", { granularity: "word" }).segment(text), ({ segment }) => segment);
}
