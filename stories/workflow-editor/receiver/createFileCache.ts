/** Keeps the bytes of files by their address. */
export interface FileCache {
  get(href: string): Uint8Array<ArrayBuffer> | undefined;
  add(href: string, bytes: Uint8Array<ArrayBuffer>): void;
  clear(): void;
}

/** Creates a cache that holds `maxBytes` of all files together; the oldest go first. */
export function createFileCache(maxBytes: number): FileCache {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  let total = 0;
  return {
    get: (href) => contents.get(href),
    add(href, bytes) {
      contents.set(href, bytes);
      total += bytes.length;
      for (const [old, { length }] of contents) {
        if (total <= maxBytes) break;
        contents.delete(old);
        total -= length;
      }
    },
    clear() {
      contents.clear();
      total = 0;
    },
  };
}
