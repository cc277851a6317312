import { ERROR_KINDS } from "image-generation-node/contract";
import type { ErrorKind } from "image-generation-node/contract";
import { createProblem } from "image-generation-node/testing";
import type { WireErrorKind } from "image-generation-node/testing";

const SLOW_MS = 10_000;

/**
 * Creates a `fetch` whose runs are slow or fail; every other request is answered as before.
 *
 * @param end "slow", or the kind of error that ends each run
 * @param demo the `fetch` of a page without a server; by default the page's own
 */
export function failRuns(end: "slow" | ErrorKind, demo?: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === "POST" && pathname.endsWith("/generations")) {
      if (end !== "slow") return fail(end);
      await pass(SLOW_MS, request.signal);
    }
    return (demo ?? fetch)(request);
  };
}

function fail(kind: ErrorKind): Response {
  const { status } = ERROR_KINDS[kind];
  if (status !== null) {
    const problem = createProblem(kind as WireErrorKind);
    return Response.json(problem, { status, headers: { "Content-Type": "application/problem+json" } });
  }
  if (kind === "contract_violation") return Response.json({});
  throw new TypeError(`The story's network fails: ${kind}`);
}

/** Waits, unless the request is given up before. */
function pass(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
