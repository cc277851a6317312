import { ImageNodeError } from "../../contract/index.js";
import { BareRefusal } from "./BareRefusal.js";

/** Creates the error of an operation that the back end does not have. `what` completes "This back end …". */
export function createUnsupportedError(what: string, cause?: unknown): ImageNodeError {
  return new ImageNodeError({
    kind: "unsupported",
    message: `This back end ${what}. Its catalog's \`features\` say what it can do.`,
    charged: false,
    cause,
  });
}

/**
 * Returns a handler that rethrows the 404 or 405 of an operation that the back end does not have as `unsupported`.
 *
 * @param hasId whether the path names something, so that a problem `not_found` speaks of that
 */
export function rethrowAsUnsupported(what: string, hasId: boolean): (error: unknown) => never {
  return (error) => {
    throw isMissingOperation(error, hasId) ? createUnsupportedError(what, error) : error;
  };
}

/** Tells whether an error is the 404 or 405 of an operation that the back end does not have. */
export function isMissingOperation(error: unknown, hasId = true): boolean {
  return (
    ImageNodeError.isInstance(error) &&
    (error.status === 405 || (error.status === 404 && (!hasId || error instanceof BareRefusal)))
  );
}
