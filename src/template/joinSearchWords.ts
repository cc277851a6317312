import { joinSearchTexts } from "./SearchText.js";
import type { SearchWords } from "./searchWordsOf.js";

/** Joins the words of several sources to those of one list. */
export function joinSearchWords(words: readonly SearchWords[]): SearchWords {
  const heads = joinSearchTexts(words.map((each) => each.heads));
  const tails = joinSearchTexts(words.map((each) => each.tails));
  const count = words.reduce((sum, { depths }) => sum + depths.length, 0);
  const joined: SearchWords = {
    heads,
    tails,
    headOf: new Int32Array(count),
    headRows: new Int32Array(heads.lasts.length + 1),
    tailOf: new Int32Array(count),
    depths: new Int32Array(count),
    headMasks: new Int32Array(heads.lasts.length),
    tailMasks: new Int32Array(tails.lasts.length),
  };
  let row = 0;
  let head = 0;
  let tail = 0;
  for (const each of words) {
    joined.depths.set(each.depths, row);
    joined.headMasks.set(each.headMasks, head);
    joined.tailMasks.set(each.tailMasks, tail);
    addTo(joined.headOf, row, each.headOf, head);
    addTo(joined.tailOf, row, each.tailOf, tail);
    addTo(joined.headRows, head, each.headRows, row);
    row += each.depths.length;
    head += each.headMasks.length;
    tail += each.tailMasks.length;
  }
  return joined;
}

/** Writes numbers into a longer list, each with an offset. */
function addTo(target: Int32Array, at: number, numbers: Int32Array, offset: number): void {
  for (let position = 0; position < numbers.length; position++)
    target[at + position] = (numbers[position] as number) + offset;
}
