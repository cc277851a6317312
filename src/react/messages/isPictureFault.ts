/** Kind of an error, and the faults that it names. */
export interface PointedError {
  kind: string;
  errors?: readonly { pointer: string }[] | undefined;
}

/**
 * Tells whether an error is about a reference image, not about the run, the request or the prompt as its kind alone would
 * say: each fault that it names is one of a reference. What is no valid configuration is worded by its kind.
 */
export function isPictureFault({ kind, errors = [] }: PointedError): boolean {
  return (
    kind !== "invalid_request" &&
    errors.length > 0 &&
    errors.every(({ pointer }) => /^#\/(?:config|input)\/references\//.test(pointer))
  );
}
