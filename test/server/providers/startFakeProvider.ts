import { listen } from "../../../src/cli/listen.js";
import type { Listening } from "../../../src/cli/listen.js";
import type { FakeImage, ProviderCase, SeenRequest, Step } from "./ProviderCase.js";

/** Fault of one step: an answer, a connection that is cut, a name that nobody knows, or nothing at all. */
export type Fault = (() => Response) | "cut" | "unknown name" | "hang";

/** Fake service of a provider on 127.0.0.1. */
export interface FakeProvider extends Listening {
  /** What comes instead of each answer to a step; cleared by `reset`. */
  fail(step: Step, fault: Fault): void;
  /** Chooses what comes instead of an answer, one by one; `null` for the good one. */
  answerWith(step: Step, choose: () => Fault | null): void;
  /** The `fetch` of the tests: it reaches 127.0.0.1 alone, and stands for a name that nobody knows. */
  readonly fetch: typeof fetch;
  /** Image that is delivered. */
  deliver(bytes: Uint8Array, mimeType?: string): void;
  readonly seen: readonly (SeenRequest & { readonly step: Step; readonly status: number | null })[];
  /** Submits that the service took. */
  accepted(): number;
  reset(): void;
}

const realFetch = globalThis.fetch;

/** Starts the fake service of a case. */
export async function startFakeProvider(provider: ProviderCase): Promise<FakeProvider> {
  const faults = new Map<Step, () => Fault | null>();
  /** Steps whose host has no address: they never reach the server. */
  const unknown = new Set<Step>();
  const seen: (SeenRequest & { step: Step; status: number | null })[] = [];
  let image: Omit<FakeImage, "origin"> = { bytes: new Uint8Array(), mimeType: "image/png" };
  const server: Listening = await listen(async (incoming) => {
    const request = await read(incoming);
    const step = provider.stepOf(request);
    const entry = { ...request, step, status: null as number | null };
    seen.push(entry);
    const fault = faults.get(step)?.();
    if (fault === "hang") return new Promise<Response>(() => undefined);
    if (fault === "cut") throw new Error("cut");
    const response =
      typeof fault === "function"
        ? fault()
        : provider.answer(step, { ...image, origin: server.origin }, request);
    entry.status = response.status;
    return response;
  });
  return {
    ...server,
    seen,
    async fetch(input, init) {
      const request = new Request(input, init);
      const { hostname } = new URL(request.url);
      if (hostname !== "127.0.0.1") throw new Error(`A test asked for ${request.url}.`);
      const sent = await read(request.clone());
      const step = provider.stepOf(sent);
      if (unknown.has(step)) {
        seen.push({ ...sent, step, status: null });
        throw new TypeError("fetch failed", {
          cause: Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }),
        });
      }
      return realFetch(request);
    },
    fail(step, fault) {
      if (fault === "unknown name") unknown.add(step);
      else faults.set(step, () => fault);
    },
    answerWith: (step, choose) => void faults.set(step, choose),
    deliver: (bytes, mimeType = "image/png") => {
      image = { bytes, mimeType };
    },
    accepted: () =>
      seen.filter(({ step, status }) => step === "submit" && status !== null && status < 400).length,
    reset() {
      faults.clear();
      unknown.clear();
      seen.length = 0;
    },
  };
}

async function read(request: Request): Promise<SeenRequest> {
  const { pathname, search } = new URL(request.url);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = parse(new TextDecoder().decode(bytes));
  return { method: request.method, path: pathname, search, headers: request.headers, body, bytes };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
