import { ERROR_KINDS, isErrorKind, isRetryable } from "./errorKinds.js";
import type { ErrorKind } from "./errorKinds.js";
import type { Problem, ProblemError } from "./problemSchema.js";
import type { Stages, Usage } from "./stagesSchema.js";

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

const FACTS = [
  "kind",
  "status",
  "retryable",
  "retryAfterMs",
  "id",
  "stage",
  "charged",
  "usage",
  "stages",
  "errors",
  "requestId",
] as const;

/** Every failure of the contract: a refusal of the back end, no answer, or an answer that breaks the contract. */
export class ImageNodeError extends Error {
  /** What went wrong, a key of `ERROR_KINDS`, or a kind that a newer back end invented. */
  declare readonly kind: ErrorKind | (string & {});
  /** The HTTP status, where there was an answer. */
  declare readonly status: number | undefined;
  /** Whether asking again unchanged may succeed. */
  declare readonly retryable: boolean;
  /** How long the back end asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** The run's id, where one exists. */
  declare readonly id: string | undefined;
  /** The stage in which the run ended. */
  declare readonly stage: string | undefined;
  /** Whether the run costs something; null where nobody can tell, undefined where nothing was said. */
  declare readonly charged: boolean | null | undefined;
  /** What was used until then. */
  declare readonly usage: Usage | undefined;
  /** How the prompt came about until then. */
  declare readonly stages: Stages | undefined;
  /** The fields that were refused, by JSON pointer. */
  declare readonly errors: readonly ProblemError[] | undefined;
  /** The request's id in the back end's log. */
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
    Object.assign(this, facts);
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
