import { CONTRACT_HEADER, CONTRACT_VERSION } from "../contract/index.js";
import type { ImageNodeHandlerOptions } from "./options.js";

/** Makes the back end of the node. */
export function createImageNodeHandler(
  options: ImageNodeHandlerOptions,
): (request: Request) => Promise<Response> {
  if (!options.authorize && !options.dangerouslyAllowAnonymous) throw new TypeError("authorize is required.");
  return async () =>
    new Response(null, { status: 501, headers: { [CONTRACT_HEADER]: String(CONTRACT_VERSION) } });
}
