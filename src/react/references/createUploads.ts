import type { UploadOptions } from "../../client/index.js";
import { ImageNodeError } from "../../contract/index.js";
import type { Upload } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { ReferenceUpload } from "./ReferenceUpload.js";

/** Options of {@link createUploads}. */
export interface UploadsOptions {
  /** Sends one file. */
  send: (file: Blob, options: UploadOptions) => Promise<Upload>;
  /** Called when one is kept, in the order in which they were added. */
  onKept: (kept: Upload, upload: ReferenceUpload) => void;
  /** Called when one can't be kept. */
  onFailed: (upload: ReferenceUpload) => void;
}

/** Uploads of one form, one after the other. */
export interface Uploads {
  get(): readonly ReferenceUpload[];
  subscribe(listener: () => void): () => void;
  add(files: readonly Blob[]): void;
  /** Ends an upload, or takes away one that failed. */
  cancel(key: string): void;
  /** Sends one that failed again, under the same key. */
  retry(key: string): void;
  /** Ends all of them. */
  dispose(): void;
}

/** Creates a queue of uploads. One that fails stays, and lets the next one go on. */
export function createUploads({ send, onKept, onFailed }: UploadsOptions): Uploads {
  const store = createStore<readonly ReferenceUpload[]>([]);
  let current: { key: string; controller: AbortController } | undefined;
  const find = (key: string) => store.get().find((upload) => upload.key === key);
  const change = (key: string, changes: Partial<ReferenceUpload>) =>
    store.set(store.get().map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  const drop = (key: string) => store.set(store.get().filter((upload) => upload.key !== key));

  const run = async ({ key, file }: ReferenceUpload, { signal }: AbortController) => {
    try {
      if (!mayBePicture(file)) throw new ImageNodeError({ kind: "unsupported_media_type", charged: false });
      const kept = await send(file, {
        idempotencyKey: key,
        signal,
        onProgress: ({ attempt }) => change(key, { attempt }),
      });
      const upload = find(key);
      if (signal.aborted || !upload) return;
      drop(key);
      onKept(kept, upload);
    } catch (error) {
      if (signal.aborted) return;
      change(key, { status: "failed", error });
      const upload = find(key);
      if (upload) onFailed(upload);
    }
  };
  const next = () => {
    const upload = current ? undefined : store.get().find(({ status }) => status === "waiting");
    if (!upload) return;
    const own = { key: upload.key, controller: new AbortController() };
    current = own;
    change(upload.key, { status: "uploading", attempt: 1, error: undefined });
    void run(upload, own.controller).finally(() => {
      if (current === own) current = undefined;
      next();
    });
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    add(files) {
      const added = files.map((file): ReferenceUpload => {
        const { name = "" } = file as Partial<File>;
        return { key: createKey(), name, file, status: "waiting", attempt: 0 };
      });
      store.set([...store.get(), ...added]);
      next();
    },
    cancel(key) {
      drop(key);
      if (current?.key !== key) return;
      current.controller.abort();
      current = undefined;
      next();
    },
    retry(key) {
      change(key, { status: "waiting" });
      next();
    },
    dispose() {
      current?.controller.abort();
      current = undefined;
      store.set([]);
    },
  };
}

/** Tells whether a file may be a picture. What has no type, and what calls itself one, is the back end's to judge. */
function mayBePicture({ type }: Blob): boolean {
  return type === "" || type.startsWith("image/") || type === "application/octet-stream";
}

/** Creates a random key; `crypto.randomUUID` is missing on plain http origins. */
function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}
