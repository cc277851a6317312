import { waitUntil } from "cloudflare:workers";
import { createBackend } from "./createBackend.ts";
import type { Settings } from "./createBackend.ts";

let handler: ((request: Request) => Promise<Response>) | undefined;

export default {
  fetch(request: Request, env: Settings): Promise<Response> {
    handler ??= createBackend(env, waitUntil);
    return handler(request);
  },
};
