import type { GenerationContext } from "../../contract/index.js";

/** Details of an image to store. */
export interface AttachmentDetails {
  /** Id of the workspace that owns the image. */
  readonly scope: string;
  /** Context of the request: the workflow run and the node. */
  readonly context: GenerationContext;
  /** File name, unique within the scope. */
  readonly name: string;
  /** SHA-256 of the bytes in hex. */
  readonly sha256: string;
  /**
   * Id of 128 bits; a storage with ids of its own may ignore it. That of an upload follows from its key, so that a repeat is
   * found: a storage that ignores it may keep a picture twice.
   */
  readonly attachmentId: string;
  /** Media type of the bytes: "image/png", or "image/jpeg" of an upload. PNG where it is missing. */
  readonly mimeType?: string | undefined;
}

/** Image once it is stored. */
export interface StoredAttachment {
  /** Id by which links and the storage know the image. */
  readonly attachmentId: string;
  /** Path as later nodes see it; `/mnt/data/<name>` by default. */
  readonly path?: string | undefined;
  /** Relative path of the image; `attachments/<attachmentId>.png` by default. */
  readonly imagePath?: string | undefined;
  /** Link of the storage's own that works without headers; a signed link to the handler by default. */
  readonly imageUrl?: string | undefined;
}

/** Facts about a stored image, without its bytes. */
export interface AttachmentInfo {
  /** Id of the workspace that owns the image. */
  readonly scope: string;
  /** File name. */
  readonly name: string;
  /** SHA-256 of the bytes in hex. */
  readonly sha256: string;
  /** Size of the file in bytes. */
  readonly sizeInBytes: number;
  /** Whether the bytes are gone for good. */
  readonly deleted: boolean;
  /** Media type of the bytes; by the end of the name where it is missing. */
  readonly mimeType?: string | undefined;
}

/** Keeps the bytes of images by attachment id: PNGs, and JPEGs that were uploaded. Implement it to store images beside the host's other files. */
export interface AttachmentStorage {
  /** Stores an image, which must be readable once this resolves. */
  put(bytes: Uint8Array, details: AttachmentDetails): Promise<StoredAttachment>;
  /** Looks an image up; `null` for an id that never was. */
  stat(attachmentId: string): Promise<AttachmentInfo | null>;
  /** Reads an image; `null` when there are no bytes. */
  read(attachmentId: string): Promise<Uint8Array | null>;
  /** Makes a link of the storage's own, such as a presigned URL; without it the handler signs one. */
  link?(
    attachmentId: string,
    options: { ttlSeconds: number },
  ): Promise<{ imageUrl: string; expiresAt: string }>;
  /** Deletes the bytes and remembers that they were. */
  delete?(attachmentId: string): Promise<void>;
}
