/** Function that answers a web-standard request, such as the handler of `createImageNodeHandler`. */
export type RequestHandler = (request: Request) => Response | Promise<Response>;

/**
 * Creates a `fetch` whose server is a function in this process: for tests, stories and pages without a back end. It
 * never uses the network: `blob:` and `data:` URLs go to the global `fetch`, every other URL to the handler.
 *
 * An aborted signal rejects at once with its reason, also while the body is being read. A handler that throws looks like
 * a lost connection (`TypeError`). Redirects are not followed: they reject unless `redirect` is "manual".
 *
 * @param baseUrl base of relative URLs, by default "http://localhost/"
 * @example
 * const client = createClient({ baseUrl: "/api/image-node", fetch: inProcessFetch(handler) });
 */
export function inProcessFetch(handler: RequestHandler, baseUrl = "http://localhost/"): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), baseUrl);
    if (url.protocol === "blob:" || url.protocol === "data:") return globalThis.fetch(input, init);
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const request = createRequest(input instanceof Request ? input : url, init);
    const response = await untilAborted(answer(handler, request), signal);
    if (response.status >= 300 && response.status < 400 && response.headers.has("location")) {
      if (init?.redirect !== "manual")
        throw new TypeError("fetch failed: a redirect is not followed in process");
    }
    return abortable(response, url, signal);
  };
}

async function answer(handler: RequestHandler, request: Request): Promise<Response> {
  try {
    return await handler(request);
  } catch (cause) {
    throw new TypeError("fetch failed", { cause });
  }
}

function createRequest(input: Request | URL, init: RequestInit | undefined): Request {
  const { signal, ...rest } = init ?? {};
  const options: RequestInit & { duplex?: "half" } = { ...rest };
  if (rest.body instanceof ReadableStream) options.duplex = "half";
  try {
    return new Request(input, signal ? { ...options, signal } : options);
  } catch (error) {
    // jsdom has an AbortSignal of its own, which Node's Request refuses. The wait still ends; the handler does not see it.
    if (!signal) throw error;
    return new Request(input, options);
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function abortable(response: Response, url: URL, signal: AbortSignal | null | undefined): Response {
  const body = response.body && signal ? untilAbortedStream(response.body, signal) : response.body;
  const { status, statusText, headers } = response;
  const wrapped = new Response(body, { status, statusText, headers });
  Object.defineProperty(wrapped, "url", { value: url.href });
  return wrapped;
}

function untilAbortedStream(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let abort = () => {};
  const end = () => signal.removeEventListener("abort", abort);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      abort = () => {
        controller.error(signal.reason);
        reader.cancel(signal.reason).catch(() => {});
      };
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (value) controller.enqueue(value);
        if (!done) return;
        end();
        controller.close();
      } catch (error) {
        end();
        if (!signal.aborted) controller.error(error);
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  });
}
