import { ImageNodeError } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { SetupError } from "../models/SetupError.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { describeModelError, ModelFailure } from "../hooks/describeModelError.js";
import { redact } from "../hooks/redact.js";

/** Wraps a model's error for the log: without its words, unless the host asked for them. */
export function toModelFailure(
  { options }: HandlerContext,
  error: unknown,
  { template, resolved, written, variables }: PreparedGeneration,
  more: readonly (string | null | undefined)[] = [],
): Error {
  const cause = ImageNodeError.isInstance(error) ? (error.cause ?? error) : error;
  if (SetupError.isInstance(cause)) return cause;
  const texts = [template, resolved, written, ...more];
  const told = describeModelError(cause, [...texts, variables]);
  if (options.dangerouslyReportModelMessages !== true) return new ModelFailure(told);
  return new ModelFailure({ ...told, message: redact(cause, texts)?.message ?? told.message });
}
