import type { ClientOptions, ImageNodeClient } from "../../client/index.js";
import { loadCode } from "../internal/loadCode.js";
import { clientCode } from "./clientCode.js";

/**
 * Creates a client: at once where its code is there, else one whose calls wait for the code.
 *
 * Its calls reject with an `ImageNodeError` of the kind `network` where the code can't be fetched; the next call tries
 * again.
 */
export function createLazyClient(options: ClientOptions): ImageNodeClient {
  const code = clientCode.get();
  if (code) return code.createClient(options);
  let client: ImageNodeClient | undefined;
  async function ask<T>(call: (client: ImageNodeClient) => Promise<T>): Promise<T> {
    const { createClient } = clientCode.get() ?? (await loadCode(clientCode));
    client ??= createClient(options);
    return call(client);
  }
  return {
    baseUrl: options.baseUrl,
    catalog: (...args) => ask((real) => real.catalog(...args)),
    previewPrompt: (...args) => ask((real) => real.previewPrompt(...args)),
    generate: (...args) => ask((real) => real.generate(...args)),
    get: (...args) => ask((real) => real.get(...args)),
    rejoin: (...args) => ask((real) => real.rejoin(...args)),
    cancel: (...args) => ask((real) => real.cancel(...args)),
    refreshUrl: (...args) => ask((real) => real.refreshUrl(...args)),
    upload: (...args) => ask((real) => real.upload(...args)),
    generateMany: (...args) => ask((real) => real.generateMany(...args)),
  };
}
