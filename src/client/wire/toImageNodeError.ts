import { ImageNodeError } from "../../contract/index.js";

/** Gives a fault of the host's own code (its request, its callbacks) the shape of all other errors. Nothing was sent. */
export function toImageNodeError(error: unknown): ImageNodeError {
  if (ImageNodeError.isInstance(error)) return error;
  return new ImageNodeError({
    kind: "invalid_request",
    message: error instanceof Error ? error.message : String(error),
    charged: false,
    cause: error,
  });
}
