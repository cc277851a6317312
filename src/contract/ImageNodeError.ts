import { ERROR_KINDS, isErrorKind, isRetryable } from "./errors.js";
import type { ErrorKind } from "./errors.js";
import type { Problem, ProblemError } from "./problem.js";
import type { Stages, Usage } from "./stages.js";

const BRAND = Symbol.for("image-generation-node.error");

/** What an {@link ImageNodeError} is made from. */
export interface ImageNodeErrorOptions {
  /** A kind of the error table, or one that a newer back end invented. */
  kind: ErrorKind | (string & {});
  /** What happened, why it matters, what to do. */
  message?: string | undefined;
  /** HTTP status. @default the table's status of `kind` */
  status?: number | undefined;
  /** @default the table's rule for `kind` and `charged` */
  retryable?: boolean | undefined;
  /** Milliseconds to wait before a repeat. */
  retryAfterMs?: number | undefined;
  /** The generation's id, where there is one. */
  id?: string | undefined;
  /** The stage that failed: "prompt", "image" or "store". */
  stage?: string | undefined;
  /** Whether an image was charged; `null` means unknown. */
  charged?: boolean | null | undefined;
  /** What was spent before it failed. */
  usage?: Usage | undefined;
  /** How far the prompt came. */
  stages?: Stages | undefined;
  /** The faults of the request, by pointer. */
  errors?: readonly ProblemError[] | undefined;
  /** The back end's id of this request, for its log. */
  requestId?: string | undefined;
  /** The error below this one. */
  cause?: unknown;
}

/** Every failure of the contract: a refusal of the back end, no answer, or an answer that breaks the contract. */
export class ImageNodeError extends Error {
  readonly kind: ErrorKind | (string & {});
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly id: string | undefined;
  readonly stage: string | undefined;
  readonly charged: boolean | null | undefined;
  readonly usage: Usage | undefined;
  readonly stages: Stages | undefined;
  readonly errors: readonly ProblemError[] | undefined;
  readonly requestId: string | undefined;

  constructor(options: ImageNodeErrorOptions) {
    super(
      options.message ?? options.kind,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = "ImageNodeError";
    Object.defineProperty(this, BRAND, { value: true });
    const known = isErrorKind(options.kind) ? options.kind : undefined;
    this.kind = options.kind;
    this.status = options.status ?? (known ? (ERROR_KINDS[known].status ?? undefined) : undefined);
    this.retryable = options.retryable ?? (known ? isRetryable(known, options.charged) : false);
    this.retryAfterMs = options.retryAfterMs;
    this.id = options.id;
    this.stage = options.stage;
    this.charged = options.charged;
    this.usage = options.usage;
    this.stages = options.stages;
    this.errors = options.errors;
    this.requestId = options.requestId;
  }

  /** Recognises the error across copies of the package and after minification, where `instanceof` fails. */
  static isInstance(value: unknown): value is ImageNodeError {
    return value instanceof Error && (value as { [BRAND]?: boolean })[BRAND] === true;
  }

  /** Reads a problem document. */
  static fromProblem(problem: Problem, cause?: unknown): ImageNodeError {
    return new ImageNodeError({ ...problem, message: problem.detail ?? problem.title, cause });
  }
}
