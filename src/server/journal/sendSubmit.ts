import { createInterruption } from "../runs/createInterruption.js";
import { createProblem } from "../http/createProblem.js";
import { sha256Hex } from "../encoding.js";
import type { JournalEntry } from "./JournalEntry.js";
import type { ProviderCall } from "./ProviderCall.js";

/** Answers after which a request may have been carried out all the same. */
const UNCERTAIN = new Set([408, 409, 424, 425, 499]);
/** Most characters of an answer that a run keeps. */
const MAX_KEPT = 64 * 1024;
/** Most bytes of an answer that is looked at: what is larger holds images. Replicate repeats up to 10 MB. */
const MAX_READ = 16 * 1024 * 1024;
/** Members by which providers repeat what they were asked, or tell how they work: no package goes on by them. */
const REPEATED = ["input", "logs", "request"];

const replayed = new WeakSet<Response>();

/** Whether an answer came out of a run's journal: no request was sent for it. */
export function isReplayed(response: Response): boolean {
  return replayed.has(response);
}

/**
 * Sends the request that begins an image, once in the life of a run, and writes the answer to the run before it is handed
 * on. Answers a repeat from there. Throws where a repeat asks for something else, or the first may have been taken without
 * an answer: a second one could be paid.
 */
export async function sendSubmit(
  call: ProviderCall,
  request: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  const sent = withoutWait(call, request);
  call.origin = new URL(request.url).origin;
  const name = await nameOf(sent);
  if (call.entry) {
    if (call.entry.request === name) return replay(call.entry);
    if (!call.isResumed)
      throw createProblem("provider_misconfigured", { charged: null, cause: new Error(ANOTHER) });
    throw createInterruption({ charged: null, cause: new Error(CHANGED) });
  }
  if (call.isResumed || call.isUncertain)
    throw createInterruption({ charged: null, cause: new Error(UNKNOWN) });
  call.isUncertain = true;
  const response = await send(sent);
  const { status } = response;
  if (status >= 400) {
    call.isUncertain = status >= 500 || UNCERTAIN.has(status);
    return response;
  }
  return keepAnswer(call, name, response);
}

const CHANGED =
  "The request for the image differs from the one that a process before this one had sent: its models or options may have " +
  "changed. Nothing was sent.";
const ANOTHER =
  "The model sent a second request by POST, which could begin a second image, so it was not sent. If the first was none for " +
  "the image, such as an upload, tell them apart by `isSubmit` of createProviderFetch.";
const UNKNOWN =
  "The request for the image was sent before, and nobody knows whether it was taken. Nothing was sent again.";

/** Writes a short answer in JSON to the run. Any other holds the image itself, or nothing to go on from. */
async function keepAnswer(call: ProviderCall, request: string, response: Response): Promise<Response> {
  const type = response.headers.get("Content-Type") ?? "";
  const length = Number(response.headers.get("Content-Length") ?? 0);
  if (!/\bjson\b/i.test(type) || length > MAX_READ) return response;
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  const body = shorten(new TextDecoder().decode(bytes));
  if (body !== null) {
    const entry: JournalEntry = { request, status, type, body };
    call.entry = entry;
    await call.keep(entry);
  }
  return new Response(bytes, { status, statusText, headers });
}

function replay({ status, type, body }: JournalEntry): Response {
  const response = new Response(body, { status, headers: { "Content-Type": type } });
  replayed.add(response);
  return response;
}

/** Leaves out what repeats the request; `null` where the rest is too long, or no JSON. */
function shorten(text: string): string | null {
  let value: unknown;
  const isWhole = text.length <= MAX_KEPT;
  if (!isWhole && !REPEATED.some((member) => text.includes(`"${member}"`))) return null;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const kept = Object.entries(value).filter(([member]) => !REPEATED.includes(member));
  const body = JSON.stringify(Array.isArray(value) ? value : Object.fromEntries(kept));
  return body.length <= MAX_KEPT ? body : null;
}

/** Names a request by what it asks for. */
async function nameOf(request: Request): Promise<string> {
  const body = new Uint8Array(await request.clone().arrayBuffer());
  const head = new TextEncoder().encode(`${request.method} ${request.url}\n`);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return sha256Hex(whole);
}

/**
 * Lets Replicate answer at once, so that there is something to write down: by default it holds its answer back until the
 * image is there. A package that cannot poll is left alone.
 */
function withoutWait({ polls }: ProviderCall, request: Request): Request {
  const { headers } = request;
  if (!polls || !/^wait\b/.test(headers.get("Prefer") ?? "")) return request;
  const changed = new Headers(headers);
  changed.delete("Prefer");
  return new Request(request, { headers: changed });
}
