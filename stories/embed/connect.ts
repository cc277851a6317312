import { createClient } from "image-generation-node/client";
import type { ImageNodeClient } from "image-generation-node/client";

/** Connects the editor. `getToken` is asked before every request, so a token may be renewed. */
export function connect(getToken: () => Promise<string>, fetch?: typeof globalThis.fetch): ImageNodeClient {
  return createClient({
    baseUrl: "/api/image-node",
    headers: async () => ({ Authorization: `Bearer ${await getToken()}` }),
    fetch,
  });
}
