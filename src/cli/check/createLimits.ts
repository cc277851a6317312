import type { Clock } from "./processClock.js";

/** Limits of a check. */
export interface LimitOptions {
  /** Milliseconds of the whole run. */
  readonly runMs: number;
  /** Milliseconds of one request, from its sending to the end of its answer. */
  readonly requestMs: number;
}

/** Limits of a check that is under way. */
export interface Limits {
  /** Sends a request within its limit and that of the run. */
  readonly fetch: typeof fetch;
  /** Aborted once the whole run has had its time; the reason is an Error that says so. */
  readonly ended: AbortSignal;
  /** Tells whether a request since the last call got no whole answer, by no doing of its sender. */
  hasLost(): boolean;
  /** Stops the timer of the run. */
  stop(): void;
}

/** Starts the time of a run, and limits the requests that are sent through it. */
export function createLimits({ runMs, requestMs }: LimitOptions, clock: Clock): Limits {
  const run = new AbortController();
  let isLost = false;
  const stop = clock.after(runMs, () =>
    run.abort(new Error(`The whole run has had its ${runMs / 1000} s (--timeout).`)),
  );
  return {
    ended: run.signal,
    stop,
    hasLost() {
      const was = isLost;
      isLost = false;
      return was;
    },
    async fetch(input, init = {}) {
      const request = new AbortController();
      const asked = `${init.method ?? "GET"} ${pathOf(input)}`;
      // Never stopped: the limit holds to the end of the body, which others read.
      clock.after(requestMs, () => {
        request.abort(
          new Error(`no whole answer to ${asked} within ${requestMs / 1000} s (--request-timeout)`),
        );
      });
      const signals = [request.signal, run.signal, ...(init.signal ? [init.signal] : [])];
      try {
        const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
        return watchBody(response, () => (isLost ||= init.signal?.aborted !== true));
      } catch (error) {
        isLost ||= init.signal?.aborted !== true;
        throw error;
      }
    },
  };
}

/** Tells when the body of a response breaks off. */
function watchBody(response: Response, lost: () => void): Response {
  const { body, status } = response;
  if (!body || [204, 205, 304].includes(status)) return response;
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        lost();
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(watched, response);
}

function pathOf(input: string | URL | Request): string {
  return new URL(input instanceof Request ? input.url : input).pathname;
}
