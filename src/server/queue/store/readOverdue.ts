import type { RunRecord } from "../../runs/RunStore.js";
import { toError } from "./toError.js";

/** Source of {@link readOverdue}. */
export interface OverdueSource<Row> {
  /** Finds the rows of the first overdue runs; fewer than `limit` where there are no more. */
  readonly find: (limit: number) => Promise<readonly Row[]>;
  /** Reads a row; `null` where its run is gone. Throws for a record that nobody can read. */
  readonly read: (row: Row) => RunRecord | null;
  /** Told of each record that cannot be read. */
  readonly onError: (error: Error) => void;
}

/** Reads the first overdue runs. What cannot be read is reported, and passed by: it must not hide those behind it. */
export async function readOverdue<Row>(
  { find, read, onError }: OverdueSource<Row>,
  limit: number,
): Promise<RunRecord[]> {
  for (let asked = limit; ;) {
    const rows = await find(asked);
    const runs = rows.flatMap((row) => {
      try {
        return read(row) ?? [];
      } catch (error) {
        onError(new Error(`A run with an open reservation cannot be read: ${toError(error).message}`));
        return [];
      }
    });
    if (runs.length >= limit || rows.length < asked) return runs.slice(0, limit);
    asked += limit - runs.length;
  }
}
