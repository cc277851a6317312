/** Options of {@link s3Storage}. */
export interface S3StorageOptions {
  /** Address of the service, such as `https://s3.eu-central-1.amazonaws.com` or `https://<account>.r2.cloudflarestorage.com`. */
  endpoint: string;
  /** Name of the bucket. */
  bucket: string;
  /** Region that requests are signed for; `us-east-1` by default, which services besides Amazon's take too. @default "us-east-1" */
  region?: string | undefined;
  /** Id of the key. */
  accessKeyId: string;
  /** Secret of the key. It signs requests and never leaves the process. */
  secretAccessKey: string;
  /** Session token of temporary credentials. */
  sessionToken?: string | undefined;
  /** Beginning of the objects' names, such as `images/`; none by default. @default "" */
  prefix?: string | undefined;
  /**
   * Whether links are the service's own, signed by these credentials; by default they lead to the handler.
   * @default false
   */
  presignLinks?: boolean | undefined;
  /** Milliseconds after which a request counts as failed; 30 seconds by default. @default 30000 */
  timeoutMs?: number | undefined;
  /** Sends the signed requests; the global `fetch` by default. @default fetch */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}
