import { ERROR_KINDS, isErrorKind, isRetryable } from "./errorKinds.js";
import type { ErrorKind } from "./errorKinds.js";
import type { Problem, ProblemError, ProblemReason } from "./problemSchema.js";
import type { Stages, Usage } from "./stagesSchema.js";

const BRAND = Symbol.for("image-generation-node.error");

/** Options of the {@link ImageNodeError} constructor. */
export interface ImageNodeErrorOptions {
  /** Kind from the error table, or one that a newer back end added. */
  kind: ErrorKind | (string & {});
  /** Cause that is narrower than the kind, where there is one, or one that a newer back end added. */
  reason?: ProblemReason | (string & {}) | undefined;
  /** Text that says what happened, why it matters and what to do. @default `kind` */
  message?: string | undefined;
  /** HTTP status. @default the status of `kind` in the error table */
  status?: number | undefined;
  /** Whether an unchanged repeat may succeed. @default the error table's rule for `kind` and `charged` */
  retryable?: boolean | undefined;
  /** Milliseconds to wait before a repeat. */
  retryAfterMs?: number | undefined;
  /** Id of the generation, where there is one. */
  id?: string | undefined;
  /** Stage that failed: "prompt", "image" or "store". */
  stage?: string | undefined;
  /** Whether an image was charged; `null` means unknown. */
  charged?: boolean | null | undefined;
  /** Whether the end of the run is known. @default "unknown" for `network` and `client_timeout`, else "known" */
  outcome?: "known" | "unknown" | undefined;
  /** Usage until the failure. */
  usage?: Usage | undefined;
  /** Texts of the prompt stage until the failure. */
  stages?: Stages | undefined;
  /** Faults of the request, each with a JSON pointer. */
  errors?: readonly ProblemError[] | undefined;
  /** Id of the request in the back end's log. */
  requestId?: string | undefined;
  /** Error that caused this one. */
  cause?: unknown;
}

const FACTS = [
  "kind",
  "reason",
  "status",
  "retryable",
  "retryAfterMs",
  "id",
  "stage",
  "charged",
  "outcome",
  "usage",
  "stages",
  "errors",
  "requestId",
] as const;

/** Failure of a call: the back end refused it, did not answer, or answered against the contract. */
export class ImageNodeError extends Error {
  /** Kind of failure: a key of `ERROR_KINDS`, or a kind that a newer back end added. */
  declare readonly kind: ErrorKind | (string & {});
  /** Cause that is narrower than the kind, where the back end told one. */
  declare readonly reason: ProblemReason | (string & {}) | undefined;
  /** HTTP status, where there was a response. */
  declare readonly status: number | undefined;
  /** Whether an unchanged repeat may succeed. */
  declare readonly retryable: boolean;
  /** Milliseconds that the back end asks to wait before a repeat. */
  declare readonly retryAfterMs: number | undefined;
  /** Id of the generation, where there is one. */
  declare readonly id: string | undefined;
  /** Stage that failed. */
  declare readonly stage: string | undefined;
  /** Whether an image was charged; `null` means unknown, `undefined` that nothing was said. */
  declare readonly charged: boolean | null | undefined;
  /**
   * Whether the end of the run is known. `"unknown"` means that the run may go on, or may have ended with a charge, so
   * repeat it with the same idempotency key only. The client decides this; it is never sent or read over the wire.
   */
  declare readonly outcome: "known" | "unknown";
  /** Usage until the failure. */
  declare readonly usage: Usage | undefined;
  /** Texts of the prompt stage until the failure. */
  declare readonly stages: Stages | undefined;
  /** Faults of the request, each with a JSON pointer. */
  declare readonly errors: readonly ProblemError[] | undefined;
  /** Id of the request in the back end's log. */
  declare readonly requestId: string | undefined;

  constructor(options: ImageNodeErrorOptions) {
    const { kind, message = kind, cause, charged } = options;
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ImageNodeError";
    Object.defineProperty(this, BRAND, { value: true });
    const known = isErrorKind(kind);
    const facts: Record<string, unknown> = {};
    for (const name of FACTS) facts[name] = options[name];
    facts.status ??= (known && ERROR_KINDS[kind].status) || undefined;
    facts.retryable ??= known && isRetryable(kind, charged);
    facts.outcome ??= known && ERROR_KINDS[kind].retryable === "unknown_outcome" ? "unknown" : "known";
    Object.assign(this, facts);
  }

  /** Checks for the error by its brand, which works across copies of the package, where `instanceof` fails. */
  static isInstance(value: unknown): value is ImageNodeError {
    return value instanceof Error && (value as { [BRAND]?: boolean })[BRAND] === true;
  }

  /** Creates the error that a problem document describes. */
  static fromProblem(problem: Problem, cause?: unknown): ImageNodeError {
    // A problem document is open, but only the client can know whether it lost sight of the run.
    return new ImageNodeError({
      ...problem,
      message: problem.detail ?? problem.title,
      outcome: undefined,
      cause,
    });
  }
}
