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
  /**
   * Whether a request begins an image. A run has one such request: its answer is kept, and no other is sent. By default
   * each POST but Fireworks' polls; needed for a model that posts something else before, such as an upload.
   */
  isSubmit?: ((request: Request) => boolean) | undefined;
}

const RUNS = Symbol.for("image-generation-node.providerFetch");

/**
 * Creates a `fetch` for image models by which a paid image survives its process. The provider's answer to the request that
 * begins an image is written to the run; where the process dies, another goes on from there: it polls and downloads, and
 * nothing is asked for twice. fal is asked over its queue. All its requests are checked as by {@link createGuardedFetch}.
 *
 * It needs models of the AI SDK that submit, poll and download, such as Replicate's, or whose answer names the image by a
 * link. It keeps nothing where an answer holds the image itself, or for requests outside of a run.
 *
 * @example
 * const runs = postgresRunStore({ pool });
 * const replicate = createReplicate({ fetch: createProviderFetch({ runs }) });
 * const handler = createImageNodeHandler({ ...options, runs, imageModels: { flux: { model: replicate.image("…") } } });
 *
 * @throws TypeError where the runtime has no `AsyncLocalStorage`, or `runs` is missing.
 */
export function createProviderFetch({
  runs,
  isSubmit = isAnyPost,
  ...options
}: ProviderFetchOptions): typeof fetch {
  if (typeof (runs as unknown) !== "object" || runs === null) {
    throw new TypeError(
      "createProviderFetch needs `runs`, the run store of the handler: it writes there what a provider answered. Pass the " +
        "same object to both, such as `const runs = postgresRunStore({ pool })`.",
    );
  }
  openCallScope();
  made.add(runs);
  const guarded = createGuardedFetch(options);

  const send: typeof fetch = async (input, init) => {
    const call = findCall();
    // Outside of a run, such as a host's own request, or in a run of another handler.
    if (call?.runs !== runs) return guarded(input, init);
    const request = new Request(input, init);
    // Handed on itself: a signal that only follows it may be forgotten while a request waits.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const guard = (next: Request) => guarded(next, signal ? { signal } : {});
    const follow = (next: Request) => sendLook(call, next, guard);
    if (!isSubmit(request)) return follow(request);
    const submit = (begin: Request) => sendSubmit(call, begin, guard);
    return isFalRequest(request) ? sendToFalQueue(call, request, submit, follow) : submit(request);
  };
  return Object.assign(markGuarded(send), { [RUNS]: runs });
}

/** Finds the run store that a `fetch` was made with; `null` for one that was not made by {@link createProviderFetch}. */
export function readProviderRuns(value: unknown): RunStore | null {
  return (typeof value === "function" && (value as { [RUNS]?: RunStore })[RUNS]) || null;
}

/** Whether a `fetch` was made for a run store in this process. */
export function hasProviderFetch(runs: RunStore): boolean {
  return made.has(runs);
}

const made = new WeakSet<RunStore>();

/** Whether a request may begin an image. Fireworks is polled by POST. */
function isAnyPost({ method, url }: Request): boolean {
  return method === "POST" && !new URL(url).pathname.endsWith("/get_result");
}

/** Answers that say nothing of the image. */
const AWAY = new Set([408, 425, 429]);
const GONE = new Set([404, 410]);

/** Sends a request that looks after an image, and notes whether it got an answer. */
async function sendLook(
  call: ProviderCall,
  request: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  call.isAway = true;
  const response = await send(request);
  call.isAway = response.status >= 500 || AWAY.has(response.status);
  return assertThere(call, request, response);
}

/** Refuses the answer of a provider that no longer has what a process before this one began. */
function assertThere(call: ProviderCall, { url }: Request, response: Response): Response {
  // Links end with 403 at the storages behind them; at the provider itself it speaks of the key.
  const isLinkEnd = response.status === 403 && new URL(url).origin !== call.origin;
  if (!call.isResumed || !(GONE.has(response.status) || isLinkEnd)) return response;
  void response.body?.cancel().catch(() => undefined);
  throw createProblem("no_image", { charged: null, reason: "no_longer_available" });
}
