import { ImageNodeError, isErrorKind } from "../../contract/index.js";
import type { ErrorKind, Problem } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { ErrorReport } from "../options.js";
import { callQuietly } from "./callQuietly.js";
import { ModelFailure } from "./describeModelError.js";
import { redact } from "./redact.js";

/** Texts of the workflow's author: none of a log's business. */
export type AuthorTexts = readonly (string | null | undefined)[];

/** Tells the host of a failure. A hook that throws does not change the answer. */
export function reportError(
  { options }: HandlerContext,
  problem: Problem,
  error: unknown,
  {
    texts,
    ...details
  }: { scope?: string | undefined; id?: string | undefined; texts?: AuthorTexts | undefined } = {},
): void {
  const cause = ImageNodeError.isInstance(error) ? (error.cause ?? error) : error;
  const kind = isErrorKind(problem.kind) ? problem.kind : "internal";
  const report: ErrorReport = {
    requestId: problem.requestId ?? "",
    kind,
    ...details,
    ...(problem.stage === undefined ? {} : { stage: problem.stage }),
    cause: cause instanceof ModelFailure ? cause.told : redact(cause, texts),
  };
  if (options.hooks?.onError) callQuietly(() => options.hooks?.onError?.(report));
  else if (NEEDS_A_PERSON.has(kind)) console.error("image-generation-node:", report);
}

/** Kinds that go to the console without a hook: nobody would ever hear of them. */
const NEEDS_A_PERSON = new Set<ErrorKind>(["internal", "provider_misconfigured", "storage_failed"]);
