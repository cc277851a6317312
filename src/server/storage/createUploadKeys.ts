/** Picture that a storage keeps under an id of its own. */
export interface KnownUpload {
  readonly attachmentId: string;
  /** SHA-256 of the bytes as they came, in hex. */
  readonly fingerprint: string;
}

/** Uploads of this process by the id that their key leads to. */
export interface UploadKeys {
  /** Does the work for an id once at a time: whoever comes later waits, and then finds what was stored. */
  alone<Value>(id: string, work: () => Promise<Value>): Promise<Value>;
  /** Remembers a picture that the storage keeps under another id. */
  remember(id: string, upload: KnownUpload): void;
  find(id: string): KnownUpload | undefined;
}

/** Pictures that are remembered. A key is repeated within seconds. */
const MOST_REMEMBERED = 1_000;

/** Creates the memory of uploads. What a storage keeps under the id that it was given is found there, by any process. */
export function createUploadKeys(): UploadKeys {
  const working = new Map<string, Promise<unknown>>();
  const remembered = new Map<string, KnownUpload>();
  return {
    async alone(id, work) {
      const before = working.get(id);
      const mine = (async () => {
        await before?.catch(() => undefined);
        return work();
      })();
      working.set(id, mine);
      try {
        return await mine;
      } finally {
        if (working.get(id) === mine) working.delete(id);
      }
    },
    remember(id, upload) {
      remembered.set(id, upload);
      const [oldest] = remembered.keys();
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    },
    find: (id) => remembered.get(id),
  };
}
