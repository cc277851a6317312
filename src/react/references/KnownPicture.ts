/** Picture that can be shown. */
export interface KnownPicture {
  /** Id by which a fresh link is got; `undefined` for a file that is not the back end's. */
  attachmentId?: string | undefined;
  /** Link to it, as far as it is known. */
  imageUrl?: string | undefined;
  /** End of the link, in ISO 8601. */
  expiresAt?: string | undefined;
}
