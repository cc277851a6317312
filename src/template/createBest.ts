interface Ranked {
  row: number;
  rank: number;
}

/** Rows with the lowest ranks, of those with the same rank the lowest ones. */
export interface Best {
  /** Whether a row with this rank may still get in. */
  takes(row: number, rank: number): boolean;
  add(row: number, rank: number): void;
  /** Lists the rows, lowest rank first. */
  take(): readonly number[];
}

/** Creates a list of the best `limit` rows of any number. */
export function createBest(limit: number): Best {
  let held: Ranked[] = [];
  /** Row from which on nothing gets in. */
  let last: Ranked = { row: Infinity, rank: limit >= 1 ? Infinity : -Infinity };
  const takes = (row: number, rank: number) => rank < last.rank || (rank === last.rank && row < last.row);

  function sort(): void {
    held.sort((a, b) => a.rank - b.rank || a.row - b.row);
    held = held.slice(0, limit);
    if (held.length >= limit) last = held.at(-1) ?? last;
  }

  return {
    takes,
    add(row, rank) {
      if (!takes(row, rank)) return;
      held.push({ row, rank });
      if (held.length >= 2 * limit) sort();
    },
    take() {
      sort();
      return held.map(({ row }) => row);
    },
  };
}
