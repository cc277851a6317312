import { isPublicAddress, isPublicHost } from "./isPublicHost.js";
import { refuse } from "./problemResponse.js";

/** What {@link createGuardedFetch} takes. */
export interface GuardedFetchOptions {
  /** @default the runtime's */
  fetch?: typeof fetch | undefined;
  /** Origins that are trusted as they are, such as a gateway inside the host's network. */
  trustedOrigins?: readonly string[] | undefined;
  /** Bytes of one answer. @default 67108864 */
  maxBytes?: number | undefined;
  /** The addresses that a name leads to. @default the system's resolver in Node; elsewhere names are not looked up */
  resolve?: ((hostname: string) => Promise<readonly string[]>) | undefined;
}

const BRAND = Symbol.for("image-generation-node.guardedFetch");
const MAX_HOPS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Makes a `fetch` for providers whose answers name pictures by URL: only https to addresses outside of the host's own
 * network, every redirect checked anew, the answer's bytes counted. For `createFal({ fetch: createGuardedFetch() })` and
 * the like. What it refuses ends the generation as `bad_image`.
 */
export function createGuardedFetch(options: GuardedFetchOptions = {}): typeof fetch {
  const trusted = new Set(options.trustedOrigins);
  const { maxBytes = 64 * 1024 * 1024 } = options;

  const guarded: typeof fetch = async (input, init) => {
    const send = options.fetch ?? fetch;
    let request = new Request(input, init);
    for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
      await assertPublic(new URL(request.url), trusted, options.resolve);
      const response = await send(request.clone(), { redirect: "manual" });
      const location = REDIRECTS.has(response.status) ? response.headers.get("Location") : null;
      if (response.type === "opaqueredirect") throw blocked("A redirect cannot be checked in this runtime.");
      if (location === null) return bounded(response, maxBytes);
      if (request.method !== "GET" && request.method !== "HEAD")
        throw blocked("A request with a body was redirected.");
      void response.body?.cancel().catch(() => undefined);
      request = redirected(request, new URL(location, request.url));
    }
    throw blocked(`There were more than ${MAX_HOPS} redirects.`);
  };
  return Object.assign(guarded, { [BRAND]: true });
}

/** Whether a `fetch` was made by {@link createGuardedFetch}, of whatever copy of this package. */
export function isGuardedFetch(value: unknown): boolean {
  return typeof value === "function" && (value as { [BRAND]?: unknown })[BRAND] === true;
}

async function assertPublic(
  url: URL,
  trusted: ReadonlySet<string>,
  resolve: GuardedFetchOptions["resolve"],
): Promise<void> {
  if (trusted.has(url.origin)) return;
  if (url.protocol !== "https:") throw blocked(`${url.protocol} is not https.`);
  if (!isPublicHost(url.hostname)) throw blocked(`${url.hostname} lies inside the network.`);
  if (/^(?:\[|[\d.]+$)/.test(url.hostname)) return;
  const addresses = await (resolve ?? systemResolve)(url.hostname);
  if (!addresses.every(isPublicAddress)) throw blocked(`${url.hostname} leads inside the network.`);
}

async function systemResolve(hostname: string): Promise<readonly string[]> {
  if (!("process" in globalThis)) return [];
  const { resolveHost } = await import("./resolveHost.node.js");
  return resolveHost(hostname);
}

function blocked(reason: string) {
  const cause = new Error(`A URL that the provider answered with was not followed. ${reason}`);
  return refuse("bad_image", { charged: null, cause });
}

/** The next hop; another origin gets no credentials. */
function redirected(request: Request, url: URL): Request {
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) {
    for (const name of ["Authorization", "Cookie", "x-api-key", "x-key"]) headers.delete(name);
  }
  return new Request(url, { method: request.method, headers, signal: request.signal });
}

function bounded(response: Response, maxBytes: number): Response {
  if (!response.body) return response;
  let left = maxBytes;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(blocked(`The answer is larger than ${maxBytes} bytes.`));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
}
