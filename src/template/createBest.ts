interface Ranked {
  row: number;
  rank: number;
}

/** Rows with the lowest ranks, of those with the same rank the first that came. */
export interface Best {
  add(row: number, rank: number): void;
  /** Lists the rows, lowest rank first. */
  take(): readonly number[];
}

/** Creates a list of the best `limit` rows of any number. */
export function createBest(limit: number): Best {
  let held: Ranked[] = [];
  /** Rank of the last row that is in for sure: from it on nothing gets in. */
  let last = limit >= 1 ? Infinity : -Infinity;

  function sort(): void {
    held.sort((a, b) => a.rank - b.rank);
    held = held.slice(0, limit);
    if (held.length >= limit) last = held.at(-1)?.rank ?? last;
  }

  return {
    add(row, rank) {
      if (rank >= last) return;
      held.push({ row, rank });
      if (held.length >= 2 * limit) sort();
    },
    take() {
      sort();
      return held.map(({ row }) => row);
    },
  };
}
