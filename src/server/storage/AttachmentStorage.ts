import type { GenerationContext } from "../../contract/index.js";

/** What a storage is told about a picture. */
export interface AttachmentDetails {
  /** The workspace that owns the picture. */
  readonly scope: string;
  /** What the request said of the run it belongs to. */
  readonly context: GenerationContext;
  /** File name, unique within the scope. */
  readonly name: string;
  /** SHA-256 of the bytes in hex. */
  readonly sha256: string;
  /** A fresh id of 128 random bits; a storage with ids of its own may ignore it. */
  readonly attachmentId: string;
}

/** Where a picture went. */
export interface StoredAttachment {
  /** The picture's id, by which links and the storage know it. */
  readonly attachmentId: string;
  /** @default `/mnt/data/<name>` */
  readonly path?: string | undefined;
  /** @default `attachments/<attachmentId>.png` */
  readonly imagePath?: string | undefined;
  /** A link of the storage's own that works without headers. @default a signed link to the handler */
  readonly imageUrl?: string | undefined;
}

/** What is known of a stored picture without reading it. */
export interface AttachmentInfo {
  /** The workspace it belongs to. */
  readonly scope: string;
  /** A file name for people. */
  readonly name: string;
  /** The bytes' SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** The file's size. */
  readonly sizeInBytes: number;
  /** Whether the bytes are gone for good. */
  readonly deleted: boolean;
}

/** Keeps PNG bytes by attachment id. Implement it to store pictures where the host's other files are. */
export interface AttachmentStorage {
  /** Keeps a picture. It must be readable once this resolves. */
  put(bytes: Uint8Array, details: AttachmentDetails): Promise<StoredAttachment>;
  /** `null` for an id that never was. */
  stat(attachmentId: string): Promise<AttachmentInfo | null>;
  /** `null` when there are no bytes. */
  read(attachmentId: string): Promise<Uint8Array | null>;
  /** Makes a link of the storage's own (an object URL, a presigned URL). @default the handler signs one */
  link?(
    attachmentId: string,
    options: { ttlSeconds: number },
  ): Promise<{ imageUrl: string; expiresAt: string }>;
  /** Forgets the bytes and remembers that they were. */
  delete?(attachmentId: string): Promise<void>;
}
