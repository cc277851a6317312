import { ImageNodeError } from "../../contract/index.js";
import { sleep } from "./sleep.js";
import { createProblem } from "../http/createProblem.js";
import type { ProviderCall } from "./ProviderCall.js";
import { readField } from "../models/providers/readField.js";

const DIRECT = "https://fal.run";
const QUEUE = "https://queue.fal.run";
const PAUSE_MS = 500;
/** Looks that may fail one after the other before the run is given up. */
const MAX_FAILURES = 10;

/** Whether a request asks fal for an image, and waits for it. */
export function isFalRequest({ url }: Request): boolean {
  return new URL(url).origin === DIRECT;
}

/**
 * Asks fal over its queue for what its package asks for directly, where an interrupted request is paid and lost. Resolves
 * with the answer that the direct request would have got.
 *
 * @param submit sends the request that begins the image
 * @param follow sends one that looks after it
 */
export async function sendToFalQueue(
  call: ProviderCall,
  request: Request,
  submit: (request: Request) => Promise<Response>,
  follow: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { headers, signal } = request;
  const { pathname, search } = new URL(request.url);
  const body = await request.arrayBuffer();
  const begun = await submit(
    new Request(`${QUEUE}${pathname}${search}`, { method: "POST", headers, body, signal }),
  );
  if (!begun.ok) return begun;
  const place: unknown = await begun.json();
  const [statusUrl, resultUrl] = [addressOf(place, "status_url"), addressOf(place, "response_url")];
  const authorization = headers.get("Authorization");
  const ask = (url: string) =>
    follow(new Request(url, { headers: authorization ? { Authorization: authorization } : {}, signal }));
  await untilCompleted(() => ask(statusUrl), signal);
  const answer = await untilAnswered(() => ask(resultUrl), signal);
  if (answer.status >= 500 && (await isVerdict(answer))) call.isAway = false;
  // What fal's runner found fault with is the answer; any other refusal is one of the look, not of the image.
  call.knowsCosts = answer.status === 422;
  if (answer.ok || call.knowsCosts) return answer;
  void answer.body?.cancel().catch(() => undefined);
  throw failure(`The queue answered ${answer.status} in place of the result.`);
}

/** Looks at a result that may be there in vain. */
const MAX_RESULT_LOOKS = 4;

/** Asks for the result, a few times where the answer is a failure: only then may it be the runner's own. */
async function untilAnswered(look: () => Promise<Response>, signal: AbortSignal): Promise<Response> {
  for (let looks = 1; ; looks += 1) {
    const answer = await look();
    if (answer.status < 500 || looks === MAX_RESULT_LOOKS) return answer;
    void answer.body?.cancel().catch(() => undefined);
    await sleep(PAUSE_MS, signal);
  }
}

/** Whether fal itself says that the request failed; a gateway in front of it has no such words. */
async function isVerdict(answer: Response): Promise<boolean> {
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  return readField(said, "detail") !== undefined;
}

/** Address that the queue names. It gets the key, so that it must be the queue's own. */
function addressOf(place: unknown, member: string): string {
  const url = String(readField(place, member));
  if (URL.canParse(url) && new URL(url).origin === QUEUE) return url;
  throw failure(`The queue's answer has no ${member} of its own.`);
}

async function untilCompleted(look: () => Promise<Response>, signal: AbortSignal): Promise<void> {
  for (let failures = 0; failures <= MAX_FAILURES;) {
    const status = await readStatus(look);
    signal.throwIfAborted();
    if (status === "COMPLETED") return;
    failures = status === null ? failures + 1 : 0;
    await sleep(PAUSE_MS, signal);
  }
  throw failure(`The queue did not answer in ${MAX_FAILURES} looks.`);
}

/** Status of the request in the queue; `null` where it cannot be read now. */
async function readStatus(look: () => Promise<Response>): Promise<string | null> {
  try {
    const response = await look();
    const status = readField(await response.json(), "status");
    return response.ok && typeof status === "string" ? status : null;
  } catch (error) {
    if (ImageNodeError.isInstance(error)) throw error;
    return null;
  }
}

function failure(text: string) {
  return createProblem("provider_error", { charged: null, cause: new Error(text) });
}
