import { createProblem } from "../http/createProblem.js";
import { createGuardedFetch, markGuarded } from "../models/createGuardedFetch.js";
import type { GuardedFetchOptions } from "../models/createGuardedFetch.js";
import type { RunStore } from "../runs/RunStore.js";
import { findCall, openCallScope } from "./callScope.js";
import { isFalRequest, sendToFalQueue } from "./sendToFalQueue.js";
import { sendSubmit } from "./sendSubmit.js";
import type { ProviderCall } from "./ProviderCall.js";

/** Options of {@link createProviderFetch}. */
export interface ProviderFetchOptions extends GuardedFetchOptions {
  /** Run store of the handler and its workers: the very object that they get as `runs`. */
  runs: RunStore;
}

const RUNS = Symbol.for("image-generation-node.providerFetch");

/**
 * Creates a `fetch` for image models by which a paid image survives its process. The provider's answer to the request that
 * begins an image is written to the run; where the process dies, another goes on from there: it polls and downloads, and
 * nothing is asked for twice. fal is asked over its queue. All its requests are checked as by {@link createGuardedFetch}.
 *
 * It needs models of the AI SDK that submit, poll and download, such as Replicate's, or whose answer names the image by a
 * link. It changes nothing where an answer holds the image itself, or for requests outside of a run.
 *
 * @example
 * const runs = postgresRunStore({ pool });
 * const replicate = createReplicate({ fetch: createProviderFetch({ runs }) });
 * const handler = createImageNodeHandler({ ...options, runs, imageModels: { flux: { model: replicate.image("…") } } });
 *
 * @throws TypeError where the runtime has no `AsyncLocalStorage`, or `runs` is missing.
 */
export function createProviderFetch({ runs, ...options }: ProviderFetchOptions): typeof fetch {
  if (typeof (runs as unknown) !== "object" || runs === null) {
    throw new TypeError(
      "createProviderFetch needs `runs`, the run store of the handler: it writes there what a provider answered. Pass the " +
        "same object to both, such as `const runs = postgresRunStore({ pool })`.",
    );
  }
  openCallScope();
  const guarded = createGuardedFetch(options);

  const send: typeof fetch = async (input, init) => {
    const call = findCall();
    // Outside of a run, such as a host's own request, or in a run of another handler.
    if (call?.runs !== runs) return guarded(input, init);
    const request = new Request(input, init);
    const submit = (begin: Request) => sendSubmit(call, begin, guarded);
    const follow = async (next: Request) => assertThere(call, next, await guarded(next));
    if (!isSubmit(request)) return follow(request);
    return isFalRequest(request) ? sendToFalQueue(request, submit, follow) : submit(request);
  };
  return Object.assign(markGuarded(send), { [RUNS]: runs });
}

/** Finds the run store that a `fetch` was made with; `null` for one that was not made by {@link createProviderFetch}. */
export function readProviderRuns(value: unknown): RunStore | null {
  return (typeof value === "function" && (value as { [RUNS]?: RunStore })[RUNS]) || null;
}

/** Whether a request may begin an image. Fireworks is polled by POST. */
function isSubmit({ method, url }: Request): boolean {
  return method === "POST" && !new URL(url).pathname.endsWith("/get_result");
}

const GONE = new Set([404, 410]);

/** Refuses the answer of a provider that no longer has what a process before this one began. */
function assertThere(call: ProviderCall, { url }: Request, response: Response): Response {
  // Links end with 403 at the storages behind them; at the provider itself it speaks of the key.
  const isLinkEnd = response.status === 403 && new URL(url).origin !== call.origin;
  if (!call.isResumed || !(GONE.has(response.status) || isLinkEnd)) return response;
  void response.body?.cancel().catch(() => undefined);
  throw createProblem("no_image", { charged: null, reason: "no_longer_available" });
}
