import { ImageNodeError } from "../../contract/index.js";

/** Creates the error of a request whose outcome is unknown: nobody can say whether it arrived. */
export function createNetworkError(
  what: string,
  details: {
    cause?: unknown;
    status?: number | undefined;
    retryAfterMs?: number | undefined;
    id?: string | undefined;
  } = {},
): ImageNodeError {
  return new ImageNodeError({
    kind: "network",
    message: `${what}. The outcome is unknown: asking again with the same key never pays twice.`,
    charged: null,
    ...details,
  });
}
