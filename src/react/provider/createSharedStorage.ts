import type { GenerationStorage } from "./ScopeContext.js";

/** Storage with one identity in front of those that a host makes anew. */
export interface SharedStorage {
  storage: GenerationStorage;
  /** Takes the newest storage over. */
  use: (next: GenerationStorage) => void;
  /** Whether a storage holds the same under all names. */
  isSame: (next: GenerationStorage, names: readonly string[]) => boolean;
}

/** Creates the front of a storage. */
export function createSharedStorage(first: GenerationStorage): SharedStorage {
  let newest = first;
  /** Texts as they were written: a storage that is React state has them only from the next render on. */
  const written = new Map<string, string | null>();
  const read = (name: string) => (written.has(name) ? written.get(name) : newest.getItem(name));
  return {
    storage: {
      getItem: (name) => newest.getItem(name),
      setItem(name, text) {
        written.set(name, text);
        newest.setItem(name, text);
      },
      removeItem(name) {
        written.set(name, null);
        newest.removeItem(name);
      },
    },
    use(next) {
      if (next === newest) return;
      newest = next;
      written.clear();
    },
    isSame(next, names) {
      if (next === newest) return true;
      try {
        return names.every(
          (name) => next.getItem(name) === newest.getItem(name) || next.getItem(name) === read(name),
        );
      } catch {
        return false;
      }
    },
  };
}
