/** Entry that may have to make room. */
export interface ShelfEntry {
  readonly name: string;
  readonly scope: string;
  /** Shelf that it stands on. */
  readonly shelf: string;
  readonly bytes: number;
}

/** Accounts for what each scope holds, and finds what makes room: something of the scope that holds the most. */
export interface Shelves {
  /** Bytes of all entries. */
  readonly bytes: number;
  /** Puts an entry, in the place of the one of that name on the same shelf, or last on another. */
  put(entry: ShelfEntry): void;
  remove(name: string): void;
  /** Finds the oldest entry of a shelf, in the scope that holds the most there; `null` for an empty shelf. */
  oldestOfLargest(shelf: string, except?: string): string | null;
  /** Sums up what stands on a shelf, of one scope or of all. */
  sumOf(shelf: string, scope?: string): { readonly count: number; readonly bytes: number };
}

/**
 * Creates empty shelves.
 *
 * @param maxCount entries that weigh as much as `maxBytes` bytes, so that one measure says who holds the most
 */
export function createShelves(maxCount: number, maxBytes: number): Shelves {
  const entries = new Map<string, ShelfEntry>();
  const shelves = new Map<string, Map<string, Share>>();
  let total = 0;

  const shareOf = (scope: string, shelf: string) => shelves.get(shelf)?.get(scope);
  const weightOf = ({ names, bytes }: Share) => names.size / maxCount + bytes / maxBytes;
  const forget = ({ name, scope, shelf, bytes }: ShelfEntry) => {
    const share = shareOf(scope, shelf);
    if (!share) return;
    total -= bytes;
    share.bytes -= bytes;
    share.names.delete(name);
    if (share.names.size === 0) shelves.get(shelf)?.delete(scope);
  };

  return {
    get bytes() {
      return total;
    },
    put(entry) {
      const { name, scope, shelf, bytes } = entry;
      const known = entries.get(name);
      if (known && known.shelf !== shelf) forget(known);
      const scopes = shelves.get(shelf) ?? new Map<string, Share>();
      const share = scopes.get(scope) ?? { names: new Set(), bytes: 0 };
      const before = known?.shelf === shelf ? known.bytes : 0;
      share.bytes += bytes - before;
      total += bytes - before;
      share.names.add(name);
      scopes.set(scope, share);
      shelves.set(shelf, scopes);
      entries.set(name, entry);
    },
    remove(name) {
      const known = entries.get(name);
      if (!known) return;
      forget(known);
      entries.delete(name);
    },
    oldestOfLargest(shelf, except) {
      let largest: Share | null = null;
      for (const share of shelves.get(shelf)?.values() ?? []) {
        if (share.names.size === 1 && except !== undefined && share.names.has(except)) continue;
        if (!largest || weightOf(share) > weightOf(largest)) largest = share;
      }
      for (const name of largest?.names ?? []) if (name !== except) return name;
      return null;
    },
    sumOf(shelf, scope) {
      const all = [...(shelves.get(shelf)?.values() ?? [])];
      const shares = scope === undefined ? all : [shareOf(scope, shelf) ?? { names: new Set(), bytes: 0 }];
      return {
        count: shares.reduce((sum, { names }) => sum + names.size, 0),
        bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
  };
}

/** Runs of one scope on one shelf, the oldest first. */
interface Share {
  readonly names: Set<string>;
  bytes: number;
}
