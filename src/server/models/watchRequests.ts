import { createProblem } from "../http/createProblem.js";
import { createGuardedFetch } from "./createGuardedFetch.js";
import type { SdkModel } from "./ModelEntry.js";
import type { Provider } from "./providers/Provider.js";

/** Requests of one call of a model. */
export interface RequestLog {
  /** Number of requests. */
  readonly sent: number;
  /** Whether the provider took one: from then on an image may be paid, whatever a later answer says. */
  readonly accepted: boolean;
  /** Whether an answer said that the image was blocked: some packages drop that word. */
  readonly blocked: boolean;
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
): { readonly model: SdkModel; readonly log: RequestLog | null } {
  const config = typeof model === "object" ? (model as { config?: unknown }).config : undefined;
  if (typeof model !== "object" || typeof config !== "object" || config === null) return { model, log: null };
  const log = { sent: 0, accepted: false, blocked: false };
  const own = (config as { fetch?: unknown }).fetch;
  const send = typeof own === "function" ? (own as typeof fetch) : fetchAsSdk();

  const watched: typeof fetch = async (input, init) => {
    const isLater = log.accepted;
    log.sent += 1;
    const response = await send(input, init);
    if (response.status < 400) log.accepted = true;
    if (log.accepted && (await saysBlocked(provider, response))) {
      log.blocked = true;
      if (isLater && provider.polls) throw createProblem("content_blocked", { charged: null });
    }
    return response;
  };
  // The model of the host stays as it is: a run of its own has an object of its own above it.
  const watching = Object.create(model, { config: { value: { ...config, fetch: watched } } }) as SdkModel;
  return { model: watching, log };
}

/** The first origin is the provider's own; what its answers name is checked as by a guarded `fetch`. */
function fetchAsSdk(): typeof fetch {
  let origin: string | undefined;
  const guarded = createGuardedFetch();
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    origin ??= url.origin;
    return url.origin === origin ? globalThis.fetch(input, init) : guarded(input, init);
  };
}

/** Some providers end a run with a status that the SDK takes for one that goes on. */
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

/** Reads an answer; `null` where it is longer than what is looked at, which a length that is not told cannot say. */
async function readShort({ body }: Response): Promise<string | null> {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= MAX_PEEKED) continue;
    // The SDK reads the other half: this promise ends with that one.
    void reader.cancel().catch(() => undefined);
    return null;
  }
}
