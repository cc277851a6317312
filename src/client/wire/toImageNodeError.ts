import { ImageNodeError } from "../../contract/index.js";

/** Converts a fault of the host's own code (its request, its callbacks) into an `ImageNodeError`. Nothing was sent. */
export function toImageNodeError(error: unknown): ImageNodeError {
  if (ImageNodeError.isInstance(error)) return error;
  return new ImageNodeError({
    kind: "invalid_request",
    message: error instanceof Error ? error.message : String(error),
    charged: false,
    cause: error,
  });
}
