import { listen } from "../../src/cli/listen.js";
import { mountSuite, PREFIX } from "./mountSuite.js";

// As Workers, Deno and Bun take it: an object with `fetch`, and nothing of Node in between.
mountSuite("a runtime that calls fetch", async (handler) => {
  const worker = { fetch: (request: Request) => handler(request) };
  const server = await listen((request) => worker.fetch(request));
  return { base: `${server.origin}${PREFIX}`, close: () => server.close() };
});
