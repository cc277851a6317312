import { ImageNodeError } from "../contract/index.js";

/** Creates the error of an illustrator that cannot draw here; the caller and the host's log get its words whole. */
export function drawingFailure(message: string, reason?: unknown): Error {
  return new ImageNodeError({
    kind: "provider_misconfigured",
    charged: false,
    message,
    cause: Object.assign(new Error(message, { cause: reason }), { [SETUP_ERROR]: true }),
  });
}

/** Mark of a fault of the installation, which quotes no prompt, for the back end. */
const SETUP_ERROR = Symbol.for("image-generation-node.setupError");
