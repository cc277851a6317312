import { recordName } from "../../internal/recordName.js";
import type { GenerationRecord, RecordedRuns } from "./GenerationRecord.js";
import { chooseOthers, formatRecord, parseRecord } from "./parseRecord.js";

/** Storage such as `localStorage`. It may throw: a full or forbidden storage never stops a run. */
export interface GenerationStorage {
  /** Returns the text under a key, or `null`. */
  getItem(key: string): string | null;
  /** Stores a text under a key. */
  setItem(key: string, value: string): void;
  /** Removes the text under a key. */
  removeItem(key: string): void;
}

/** Keeper of one node's runs. Each change reads, merges and writes: other tabs and panels keep theirs in the same place. */
export interface RecordKeeper {
  read(): RecordedRuns;
  /** Writes a new intent before all that is there. The runs under `done` are dropped: nobody has to find them again. */
  begin(record: GenerationRecord, done: readonly string[]): void;
  /** Writes the progress of a run, unless it was forgotten meanwhile. */
  update(record: GenerationRecord): void;
  /** Forgets the runs under these keys. */
  remove(keys: readonly string[]): void;
}

/** Creates the keeper of one slot; without a storage it keeps nothing. */
export function createRecordKeeper(
  storage: GenerationStorage | undefined,
  slot: string,
  createdAt = 0,
): RecordKeeper {
  const name = recordName(slot);
  const isOwn = (run: GenerationRecord) => run.startedAt >= createdAt;

  function read(): RecordedRuns {
    const { latest, others } = attempt(() => parseRecord(storage?.getItem(name) ?? null)) ?? NOTHING;
    return { latest: latest && isOwn(latest) ? latest : null, others: others.filter(isOwn) };
  }
  function write(runs: RecordedRuns): void {
    const put = (kept: RecordedRuns) =>
      attempt(() => {
        storage?.setItem(name, formatRecord(kept));
        return true;
      });
    // Where there is no room for all, the latest is the one that somebody looks at.
    if (!put(runs) && runs.others.length > 0) put({ ...runs, others: [] });
  }
  return {
    read,
    begin(record, done) {
      const { latest, others } = read();
      const older = [latest, ...others].filter((run) => run && !done.includes(run.key));
      write({ latest: record, others: chooseOthers(record, older) });
    },
    update(record) {
      const { latest, others } = read();
      const put = (run: GenerationRecord) => (run.key === record.key ? record : run);
      if (latest?.key === record.key) write({ latest: record, others });
      else if (others.some((run) => run.key === record.key))
        write({ latest, others: chooseOthers(latest, others.map(put)) });
    },
    remove(keys) {
      const stored = read();
      const keep = (run: GenerationRecord) => !keys.includes(run.key);
      const latest = stored.latest && keep(stored.latest) ? stored.latest : null;
      const others = stored.others.filter(keep);
      if (latest === stored.latest && others.length === stored.others.length) return;
      if (latest || others.length > 0) write({ latest, others });
      else attempt(() => storage?.removeItem(name));
    },
  };
}

const NOTHING: RecordedRuns = { latest: null, others: [] };

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
