import type { KeySeries } from "../createSingleRun.js";

/**
 * Creates the keys of one of several images: those of its repeats follow from the first, so that two tabs that repeat the
 * same failure pay once.
 *
 * @param key key of all the images together
 * @param number number of the image, from 1
 */
export function createKeySeries(key: string, number: number): KeySeries {
  const first = `${key}.${number}`;
  return {
    first,
    has: (each) => each === first || each.startsWith(`${first}.`),
    next(last = first, charged = false) {
      if (charged === false) return last;
      const repeats = last === first ? 0 : Number(last.slice(first.length + 1));
      return `${first}.${repeats + 1}`;
    },
  };
}
