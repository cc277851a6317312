/** Value of a configuration's reference that is no picture of the storage. */
export interface LoadReferenceRequest {
  /** Id of the workspace. */
  readonly scope: string;
  /** Value that the reference led to: an id, a file of the host's, or anything else. */
  readonly value: unknown;
  /** Signal that aborts when the time is over. */
  readonly signal: AbortSignal;
}

/** Pictures that generations take in. */
export interface ReferenceOptions {
  /** Largest upload, in bytes; 10 MiB by default. @default 10485760 */
  maxUploadBytes?: number | undefined;
  /** Most pixels of a picture that is decoded; 50 million by default. @default 50000000 */
  maxPixels?: number | undefined;
  /**
   * Loads the bytes of a picture that lives elsewhere than in `storage`. It must check that the value belongs to the scope;
   * `null` refuses the request. The picture is then stored like an upload. By default only pictures of `storage` are taken.
   * Never fetch an address that the value names without a guard (`createGuardedFetch`).
   *
   * @example
   * loadReference: async ({ scope, value }) => files.read(scope, value.fileId)
   */
  loadReference?: ((request: LoadReferenceRequest) => Promise<Uint8Array | null>) | undefined;
}
