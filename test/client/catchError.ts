import { ImageNodeError } from "../../src/contract/index.js";

/** The error that a promise rejects with; anything else fails the test. */
export async function catchError(promise: Promise<unknown>): Promise<ImageNodeError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!ImageNodeError.isInstance(error)) throw new Error(`expected an ImageNodeError, got ${String(error)}`);
  return error;
}
