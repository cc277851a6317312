import type {
  Catalog,
  Generation,
  GenerationRequest,
  GenerationStatus,
  ImageNodeError,
  PinnedImage,
  PromptPreview,
  RefreshedUrl,
  StreamEvent,
  Upload,
} from "../contract/index.js";
import type { Pace } from "./wire/withRetries.js";

/** Header fields sent with every API call, never with an image's link. */
export type HeaderFields = Readonly<Record<string, string>>;

/** Options of {@link createClient}. */
export interface ClientOptions {
  /** Address of the back end, such as "/api/image-node" or "https://images.example.com/v1". */
  baseUrl: string;
  /** Function that sends the requests. @default the global `fetch`, looked up at each call */
  fetch?: typeof fetch | undefined;
  /** Header fields, or a function that returns them. It is called before every request, so that a token may change. */
  headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>) | undefined;
  /** Credentials mode, passed on to `fetch`. @default "same-origin" */
  credentials?: RequestCredentials | undefined;
  /**
   * Milliseconds that `generate`, `rejoin` and `previewPrompt` wait, repeats and polling included. Then the call rejects
   * with `client_timeout`; the run itself goes on. Other calls wait at most 30 s of it.
   * By default 90 s, or more where a catalog that was read allows runs to take longer.
   * @default 90000
   */
  timeoutMs?: number | undefined;
  /** Automatic repeats of one call, 0 to 2. Waiting for a run that is under way is not a repeat. @default 2 */
  maxRetries?: number | undefined;
  /**
   * Offer of the back end, where the caller knows it: `catalog()` then resolves with it and sends nothing. By default
   * the back end is asked.
   */
  catalog?: Catalog | undefined;
}

/** Options of every call. */
export interface CallOptions {
  /** Signal that ends the wait; the call rejects with its reason. A run that has begun goes on: only `cancel` ends it. */
  signal?: AbortSignal | undefined;
}

/** Options of {@link ImageNodeClient.rejoin}. */
export interface RejoinOptions extends CallOptions {
  /** Called with each event while the run goes on. */
  onEvent?: ((event: StreamEvent) => void) | undefined;
  /** Milliseconds to wait. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
  /** Whether to ask for an event stream; without one there are no partial images. @default true */
  stream?: boolean | undefined;
}

/** Options of {@link ImageNodeClient.generate}. */
export interface GenerateOptions extends RejoinOptions {
  /**
   * Key that names the intent: 1 to 255 of `A-Z a-z 0-9 . _ ~ -`. The same key with the same request never pays twice.
   * @default a new random key
   */
  idempotencyKey?: string | undefined;
  /** Whether to ask the back end to answer at once (202) and poll it, which survives proxies that cut long responses. @default false */
  respondAsync?: boolean | undefined;
  /**
   * Pace that calls share: while the back end asks one of them for a pause, none of them asks. By default each call waits
   * for itself.
   */
  pace?: Pace | undefined;
  /**
   * Pinned image of the node, as the host saved it: `generate` resolves with its generation, `pinned: true` and a fresh
   * link, and asks no model, so that nothing is paid. `warnings` say `pinned_other_settings` where the request's
   * configuration is another one. The saved link is used while it lasts where the back end can't be reached or gives no
   * fresh ones. Rejects with `attachment_deleted` where the image is gone, and with `contract_violation` for what can't
   * be read; a new image is never made instead. There are no events. By default an image is made.
   *
   * @example
   * const generation = await client.generate(request, { pinned: isTestRun ? node.data.pinned : null });
   */
  pinned?: PinnedImage | null | undefined;
}

/** Progress of an upload. */
export interface UploadProgress {
  /** Attempt that is under way, from 1; a lost connection begins another. */
  attempt: number;
  /** Bytes that the back end has taken in for sure: none until it answers, then all. */
  sentBytes: number;
  /** Size of the file in bytes. */
  totalBytes: number;
}

/** Options of {@link ImageNodeClient.upload}. */
export interface UploadOptions extends CallOptions {
  /**
   * Key that names the upload: 1 to 255 of `A-Z a-z 0-9 . _ ~ -`. The same key with the same bytes answers the same
   * picture. @default a new random key
   */
  idempotencyKey?: string | undefined;
  /** Called when an attempt begins, and when the picture is kept. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/** Outcome of one item of a batch. */
export type Outcome =
  | (OutcomeBase & {
      status: "succeeded";
      generation: Generation;
      /** Whether it was taken from `completed`, so that nothing was sent or paid. */
      reused: boolean;
    })
  | (OutcomeBase & { status: "failed"; error: ImageNodeError })
  | (OutcomeBase & {
      /**
       * Never sent, since the back end had refused an earlier item for all of them: the credits are exhausted, or it asked for
       * a pause of more than 30 s. Nothing was paid for it.
       */
      status: "undone";
      /** That refusal. */
      error: ImageNodeError;
    })
  | (OutcomeBase & {
      status: "aborted";
      /** Id of the run that goes on, as far as the back end has told it; `cancel` ends it. */
      id?: string | undefined;
    });

/** Item whose run the back end has begun. */
export type StartedItem = OutcomeBase & {
  /** Id of the run, for `get`, `rejoin` and `cancel`. */
  id: string;
};

/** Members that every outcome of a batch has. */
export interface OutcomeBase {
  /** Place of the item in the given list, from 0. */
  index: number;
  /** Idempotency key of the item. */
  key: string;
  /** SHA-256 (hex) of run, node, iteration path, attempt and body: the same item again has the same one. */
  fingerprint: string;
}

/** Options of {@link ImageNodeClient.generateMany}. */
export interface GenerateManyOptions {
  /** Number of items that run at the same time. @default 3 */
  concurrency?: number | undefined;
  /** Signal that ends the wait for the whole batch: items that have not ended become "aborted". Runs that have begun go on. */
  signal?: AbortSignal | undefined;
  /** Called with each run's id as soon as the back end tells it, so that a batch can be cancelled item by item. */
  onStart?: ((item: StartedItem) => void) | undefined;
  /** Called with each outcome as soon as it is known, in order of arrival. */
  onItem?: ((outcome: Outcome) => void) | undefined;
  /**
   * Outcomes of an earlier run of the same batch. Succeeded ones are reused instead of being sent and paid again, but for
   * pinned ones, which were not paid. Those that were left undone are sent with their keys.
   */
  completed?: readonly (Outcome | undefined)[] | undefined;
  /**
   * Pinned image of the node, which every item gets, as `generate` gives it: one request for a fresh link, and nothing is
   * paid. By default images are made.
   */
  pinned?: PinnedImage | null | undefined;
}

/**
 * Typed client of the execution contract. Every method rejects with an `ImageNodeError`, or with the reason of the given
 * signal. Every response is checked against its schema.
 */
export interface ImageNodeClient {
  /** Address of its back end, by which two clients of the same back end are known. */
  readonly baseUrl?: string | undefined;
  /** Reads the catalog: the models, modes, styles and limits of the workspace. */
  catalog(options?: CallOptions): Promise<Catalog>;
  /** Runs the prompt stage only; no image is paid. Rejects with `unsupported` where the back end has no such stage. */
  previewPrompt(request: GenerationRequest, options?: CallOptions): Promise<PromptPreview>;
  /**
   * Generates an image and waits for it.
   *
   * @example
   * const generation = await client.generate(prepareRequest({ config, variables }), {
   *   idempotencyKey: "order-42",
   *   onEvent: ({ event }) => console.log(event),
   * });
   * showImage(generation.output.imageUrl);
   */
  generate(request: GenerationRequest, options?: GenerateOptions): Promise<Generation>;
  /** Reads the state of a run. */
  get(id: string, options?: CallOptions): Promise<GenerationStatus>;
  /**
   * Waits for the end of a run that was begun earlier, here or elsewhere.
   *
   * @example
   * const generation = await client.generate(request).catch((error: unknown) => {
   *   if (isUnknownOutcome(error) && error.id) return client.rejoin(error.id);
   *   throw error;
   * });
   */
  rejoin(id: string, options?: RejoinOptions): Promise<Generation>;
  /** Ends a run on the back end. Too late once the image has arrived. Rejects with `unsupported` where there are no runs. */
  cancel(id: string, options?: CallOptions): Promise<void>;
  /** Gets a fresh link to an image. Rejects with `attachment_deleted` when the image is gone. */
  refreshUrl(attachmentId: string, options?: CallOptions): Promise<RefreshedUrl>;
  /**
   * Uploads a picture that a configuration may refer to, and repeats it under the same key where the connection is lost.
   * Rejects with `payload_too_large` before anything is sent where a catalog that was read says so, and with `unsupported`
   * where the back end takes no uploads.
   *
   * @example
   * const { attachmentId } = await client.upload(file);
   * setConfig({ ...config, references: [{ attachmentId, label: file.name }] });
   */
  upload(file: Blob, options?: UploadOptions): Promise<Upload>;
  /**
   * Generates the items of a loop: bounded concurrency, order kept, one failure does not lose the others. Never rejects
   * because of an item. Once one is refused as `credits_exhausted`, no further one is sent: those under way end, and the rest
   * is "undone". Give the outcomes as `completed` to go on later.
   *
   * @example
   * const outcomes = await client.generateMany(requests, { concurrency: 2, onItem: ({ index }) => tick(index) });
   * const generations = outcomes.flatMap((item) => (item.status === "succeeded" ? [item.generation] : []));
   * const left = outcomes.filter(({ status }) => status === "undone").length;
   */
  generateMany(
    items: readonly GenerationRequest[],
    options?: GenerateManyOptions,
  ): Promise<readonly Outcome[]>;
}
