/** Answer of a provider to the request that began an image, as a run keeps it: plain JSON. */
export interface JournalEntry {
  /** SHA-256 in hex of the request's method, address and body: it answers no other one. */
  readonly request: string;
  /** HTTP status. */
  readonly status: number;
  /** Content type. */
  readonly type: string;
  /** Body as text, at most 65,536 characters: without what repeats the request. */
  readonly body: string;
}
