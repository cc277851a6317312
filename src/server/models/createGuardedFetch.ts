import { isPublicAddress, isPublicHost } from "./isPublicHost.js";
import { parseAddress } from "./parseAddress.js";
import { createProblem } from "../http/createProblem.js";

/** Options of {@link createGuardedFetch}. */
export interface GuardedFetchOptions {
  /**
   * Sends a checked request; it looks names up by itself. By default Node connects to the very addresses that were
   * checked, so that a name cannot lead elsewhere a moment later; other runtimes use their `fetch`.
   */
  fetch?: typeof fetch | undefined;
  /** Origins that are trusted unchecked, such as a gateway inside the host's network; none by default. */
  trustedOrigins?: readonly string[] | undefined;
  /** Most bytes of one answer; 64 MiB by default. @default 67108864 */
  maxBytes?: number | undefined;
  /** Looks up the addresses of a name; by default the system does in Node, and names are not looked up elsewhere. */
  resolve?: ((hostname: string) => Promise<readonly string[]>) | undefined;
}

const BRAND = Symbol.for("image-generation-node.guardedFetch");
const MAX_HOPS = 5;
/** Links that a storage signs have up to 2,000 characters. */
const MAX_URL_LENGTH = 8_192;
const HARMLESS = new Set(["accept", "accept-encoding", "accept-language", "range", "user-agent"]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Creates a `fetch` for providers whose answers name images by URL. It allows https to addresses outside of the host's
 * own network only, checks every redirect anew and counts the answer's bytes. A refusal ends the generation as
 * `bad_image`.
 *
 * @example
 * const fal = createFal({ fetch: createGuardedFetch() });
 * const imageModels = { "fal/flux": { model: fal.image("fal-ai/flux/dev") } };
 */
export function createGuardedFetch(options: GuardedFetchOptions = {}): typeof fetch {
  const trusted = new Set(options.trustedOrigins);
  const { maxBytes = 64 * 1024 * 1024 } = options;

  const guarded: typeof fetch = async (input, init) => {
    assertShort(input instanceof Request ? input.url : String(input));
    let request = new Request(input, init);
    // The caller's own: one that only follows it may be forgotten while a request waits.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
      const addresses = await checkPublic(new URL(request.url), trusted, options.resolve);
      const response = await send(request.clone(), signal, options.fetch ? null : addresses, options.fetch);
      const location = REDIRECTS.has(response.status) ? response.headers.get("Location") : null;
      if (response.type === "opaqueredirect") throw blocked("A redirect cannot be checked in this runtime.");
      if (location === null) return bounded(response, maxBytes);
      if (request.method !== "GET" && request.method !== "HEAD")
        throw blocked("A request with a body was redirected.");
      void response.body?.cancel().catch(() => undefined);
      request = redirected(request, location);
    }
    throw blocked(`There were more than ${MAX_HOPS} redirects.`);
  };
  return markGuarded(guarded);
}

/** Marks a `fetch` as one that checks where its requests go. */
export function markGuarded(send: typeof fetch): typeof fetch {
  return Object.assign(send, { [BRAND]: true });
}

/** Whether a `fetch` was made by {@link createGuardedFetch}, of whatever copy of this package. */
export function isGuardedFetch(value: unknown): boolean {
  return typeof value === "function" && (value as { [BRAND]?: unknown })[BRAND] === true;
}

/** The addresses of the URL's name; `null` where there are none to hold on to. */
async function checkPublic(
  url: URL,
  trusted: ReadonlySet<string>,
  resolve: GuardedFetchOptions["resolve"],
): Promise<readonly string[] | null> {
  if (trusted.has(url.origin)) return null;
  if (url.protocol !== "https:") throw blocked(`${url.protocol} is not https.`);
  if (!isPublicHost(url.hostname)) throw blocked(`${url.hostname.slice(0, 253)} lies inside the network.`);
  if (url.hostname.startsWith("[") || parseAddress(url.hostname)) return null;
  const { connection } = await import("#connection");
  const look = resolve ?? connection?.resolveHost;
  if (!look) return null;
  const addresses = await look(url.hostname);
  if (addresses.length === 0 || !addresses.every(isPublicAddress))
    throw blocked(`${url.hostname} leads inside the network.`);
  return connection ? addresses : null;
}

async function send(
  request: Request,
  signal: AbortSignal | null,
  addresses: readonly string[] | null,
  own: typeof fetch | undefined,
): Promise<Response> {
  const { connection } = await import("#connection");
  if (addresses && connection) return connection.sendTo(addresses, request, signal ?? undefined);
  return (own ?? fetch)(request, { redirect: "manual", ...(signal && { signal }) });
}

function blocked(reason: string) {
  const cause = new Error(`A URL that the provider answered with was not followed. ${reason}`);
  return createProblem("bad_image", { charged: null, cause });
}

/** Refuses a URL before anything else is made of it: whoever wrote it chose its length. */
function assertShort(url: string): void {
  if (url.length > MAX_URL_LENGTH) throw blocked(`It has more than ${MAX_URL_LENGTH} characters.`);
}

/** The next hop; another origin gets no credentials. */
function redirected(request: Request, location: string): Request {
  assertShort(location);
  const url = URL.canParse(location, request.url) ? new URL(location, request.url) : null;
  if (!url || url.username || url.password) throw blocked("A redirect names no URL that can be followed.");
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) {
    // Each provider has a name of its own for its key: only what is known to be none goes on.
    for (const name of [...headers.keys()]) if (!HARMLESS.has(name)) headers.delete(name);
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
