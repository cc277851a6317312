import { createProblem } from "../http/createProblem.js";
import { createGuardedFetch, isGuardedFetch } from "./createGuardedFetch.js";
import type { SdkModel } from "./ModelEntry.js";
import type { Provider } from "./providers/Provider.js";
import { traceFetch } from "../telemetry/traceFetch.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** Requests of one call of a model. */
export interface RequestLog {
  /** Number of requests. */
  readonly sent: number;
  /** Whether the provider took one: from then on an image may be paid, whatever a later answer says. */
  readonly accepted: boolean;
}

/** Most bytes of an answer that are looked at; an image's answer is left alone. */
const MAX_PEEKED = 64 * 1024;

/**
 * Watches the requests of one call of a model. Returns a model that sends through a watched `fetch`, and the log; the
 * model itself, and no log, where it does not show its `fetch`, as wrapped models and ids alone.
 */
export function watchRequests(
  model: SdkModel,
  provider: Provider,
  trace: TraceSpan = NO_SPAN,
): { readonly model: SdkModel; readonly log: RequestLog | null } {
  const config = typeof model === "object" ? (model as { config?: unknown }).config : undefined;
  if (typeof model !== "object" || typeof config !== "object" || config === null) return { model, log: null };
  const log = { sent: 0, accepted: false };
  const own = (config as { fetch?: unknown }).fetch;
  const mayFollow = provider.delivers === "either" && !isGuardedFetch(own);
  const send = traceFetch(
    trace,
    typeof own === "function" && !mayFollow ? (own as typeof fetch) : guardLinks(own),
  );

  const watched: typeof fetch = async (input, init) => {
    log.sent += 1;
    const response = await send(input, init);
    if (response.status >= 400) return response;
    log.accepted = true;
    if (await saysBlocked(provider, response)) {
      throw createProblem("content_blocked", { charged: null });
    }
    return response;
  };
  // The model of the host stays as it is: a run of its own has an object of its own above it.
  const watching = Object.create(model, { config: { value: { ...config, fetch: watched } } }) as SdkModel;
  return { model: watching, log };
}

/**
 * Sends to the service as the host's `fetch` or the runtime's would; what its answers name is checked as by a guarded
 * `fetch`. The first origin is the service's own.
 */
function guardLinks(own: unknown): typeof fetch {
  let origin: string | undefined;
  const guarded = createGuardedFetch();
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    origin ??= url.origin;
    if (url.origin !== origin) return guarded(input, init);
    return typeof own === "function" ? (own as typeof fetch)(input, init) : globalThis.fetch(input, init);
  };
}

/** Packages take some ends of a run for one that goes on, and lose what others say. */
async function saysBlocked({ isBlocked }: Provider, response: Response): Promise<boolean> {
  const isJson = /\bjson\b/i.test(response.headers.get("Content-Type") ?? "");
  const length = Number(response.headers.get("Content-Length") ?? 0);
  if (!isBlocked || !isJson || length > MAX_PEEKED) return false;
  try {
    const text = await readShort(response.clone());
    return text !== null && isBlocked(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Reads a short body; `null` where it is long, and the rest is left to the package. */
async function readShort({ body }: Response): Promise<string | null> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    text += decoder.decode(part.value, { stream: true });
    if (text.length <= MAX_PEEKED) continue;
    // Not awaited: one half of a cloned body is cancelled only together with the other.
    void reader?.cancel().catch(() => undefined);
    return null;
  }
}
