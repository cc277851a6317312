/** Names that are left alone for a time. */
export interface Rests {
  /** Leaves a name alone from now on. */
  add(name: string, forMs: number): void;
  /** Whether a name is left alone. */
  has(name: string): boolean;
}

/** Most names that are remembered. */
const MAX_NAMES = 2_000;

/** Creates the memory of what is left alone for a time: 2,000 names at most, of which the oldest goes first. */
export function createRests(): Rests {
  const ends = new Map<string, number>();
  return {
    add(name, forMs) {
      ends.delete(name);
      ends.set(name, Date.now() + forMs);
      const [oldest] = ends.keys();
      if (ends.size > MAX_NAMES && oldest !== undefined) ends.delete(oldest);
    },
    has(name) {
      const end = ends.get(name);
      if (end === undefined) return false;
      if (Date.now() < end) return true;
      ends.delete(name);
      return false;
    },
  };
}
