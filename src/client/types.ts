import type {
  Catalog,
  Generation,
  GenerationRequest,
  GenerationStatus,
  ImageNodeError,
  PromptPreview,
  RefreshedUrl,
  StreamEvent,
} from "../contract/index.js";

/** Header fields sent with every API call, never with a picture's link. */
export type HeaderFields = Readonly<Record<string, string>>;

/** What {@link createClient} takes. */
export interface ClientOptions {
  /** Where the back end is mounted, such as "/api/image-node" or "https://images.example.com/v1". */
  baseUrl: string;
  /** @default the global `fetch`, looked up at each call */
  fetch?: typeof fetch | undefined;
  /** Header fields, or a function that gives them; it is asked before every request, so that a token may change. */
  headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>) | undefined;
  /** Passed on to `fetch`. @default "same-origin" */
  credentials?: RequestCredentials | undefined;
  /**
   * How long `generate`, `rejoin` and `previewPrompt` wait, in milliseconds, repeats and polling included. When it is
   * over, the wait ends with `client_timeout`; the run itself goes on. Other calls wait at most 30 s of it.
   * @default 90000, or more where the catalog that was read says that a run may take longer
   */
  timeoutMs?: number | undefined;
  /** Automatic repeats of one call, 0 to 2. Waiting for a run that is under way is not a repeat. @default 2 */
  maxRetries?: number | undefined;
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the wait; the call rejects with the signal's reason. A run that has begun goes on: only `cancel` ends it. */
  signal?: AbortSignal | undefined;
}

/** What {@link ImageNodeClient.rejoin} takes. */
export interface RejoinOptions extends CallOptions {
  /** Told of each event while the run goes on. */
  onEvent?: ((event: StreamEvent) => void) | undefined;
  /** How long to wait, in milliseconds. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
  /** Whether an event stream is asked for; without one there are no partial pictures. @default true */
  stream?: boolean | undefined;
}

/** What {@link ImageNodeClient.generate} takes. */
export interface GenerateOptions extends RejoinOptions {
  /**
   * Names the intent: 1 to 255 of `A-Z a-z 0-9 . _ ~ -`. The same key with the same request never pays twice.
   * @default a new random key
   */
  idempotencyKey?: string | undefined;
  /** Asks the back end to answer at once (202) and polls it, which survives proxies that cut long answers. @default false */
  respondAsync?: boolean | undefined;
}

/** What became of one item of a batch. `index` is its place in the given items. */
export type Outcome =
  | (OutcomeBase & {
      status: "succeeded";
      generation: Generation;
      /** Whether it was taken from `completed`, so that nothing was asked or paid. */
      reused: boolean;
    })
  | (OutcomeBase & { status: "failed"; error: ImageNodeError })
  | (OutcomeBase & {
      status: "aborted";
      /** The run that goes on without us, as far as the back end told it; `cancel` ends it. */
      id?: string | undefined;
    });

/** An item whose run the back end has begun. */
export type StartedItem = OutcomeBase & {
  /** The run's id, for `get`, `rejoin` and `cancel`. */
  id: string;
};

/** What is known of an item of a batch from the beginning. */
export interface OutcomeBase {
  /** The item's place in the given list, from 0. */
  index: number;
  /** The idempotency key of the item. */
  key: string;
  /** SHA-256 (hex) of run, node, iteration path, attempt and body: the same item again has the same one. */
  fingerprint: string;
}

/** What {@link ImageNodeClient.generateMany} takes. */
export interface GenerateManyOptions {
  /** How many items run at the same time. @default 3 */
  concurrency?: number | undefined;
  /** Ends the wait of the whole batch: what has not ended becomes "aborted". Runs that have begun go on. */
  signal?: AbortSignal | undefined;
  /** Told of each run's id as soon as the back end says it: by this a batch can be cancelled there, item by item. */
  onStart?: ((item: StartedItem) => void) | undefined;
  /** Told of each outcome as soon as it is known, in order of arrival. */
  onItem?: ((outcome: Outcome) => void) | undefined;
  /** Outcomes of an earlier run of the same batch; succeeded ones are taken over instead of being asked and paid again. */
  completed?: readonly (Outcome | undefined)[] | undefined;
}

/**
 * The typed client of the execution contract. Every method rejects with `ImageNodeError`, or with the reason of the
 * given signal. Every answer is checked by its schema.
 */
export interface ImageNodeClient {
  /** What the workspace offers. */
  catalog(options?: CallOptions): Promise<Catalog>;
  /** Runs the prompt stage only; no picture is paid. Rejects with `unsupported` where the back end has no such stage. */
  previewPrompt(request: GenerationRequest, options?: CallOptions): Promise<PromptPreview>;
  /** Runs the node and waits for its picture. */
  generate(request: GenerationRequest, options?: GenerateOptions): Promise<Generation>;
  /** The state of a run. */
  get(id: string, options?: CallOptions): Promise<GenerationStatus>;
  /** Waits for the end of a run that was begun earlier, here or elsewhere. */
  rejoin(id: string, options?: RejoinOptions): Promise<Generation>;
  /** Ends a run on the back end. Rejects with `unsupported` where there are no runs. Too late once the picture arrived. */
  cancel(id: string, options?: CallOptions): Promise<void>;
  /** A fresh link to a picture. Rejects with `attachment_deleted` when it is gone. */
  refreshUrl(attachmentId: string, options?: CallOptions): Promise<RefreshedUrl>;
  /** Runs a loop's items: bounded concurrency, order kept, one failure does not lose the others. Never rejects for an item. */
  generateMany(
    items: readonly GenerationRequest[],
    options?: GenerateManyOptions,
  ): Promise<readonly Outcome[]>;
}
