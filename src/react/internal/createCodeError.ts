import { ImageNodeError } from "../../contract/index.js";

/** Creates the error of a run whose code could not be fetched: nothing was sent, so that the same again pays nothing twice. */
export function createCodeError(cause: unknown): ImageNodeError {
  return new ImageNodeError({
    kind: "network",
    reason: "code",
    message: "The code that runs the node could not be fetched, so nothing was sent. Try again.",
    charged: false,
    outcome: "known",
    retryable: true,
    cause,
  });
}
