import { ImageNodeError } from "../../contract/index.js";

/** The back end has no such operation, and nothing was spent. `what` completes "This back end …". */
export function createUnsupportedError(what: string, cause?: unknown): ImageNodeError {
  return new ImageNodeError({
    kind: "unsupported",
    message: `This back end ${what}. Its catalog's \`features\` say what it can do.`,
    charged: false,
    cause,
  });
}
