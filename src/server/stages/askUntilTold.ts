import { runInCall } from "../journal/callScope.js";
import type { ProviderCall } from "../journal/ProviderCall.js";
import { sleep } from "../journal/sleep.js";
import { readField } from "../models/providers/readField.js";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** Words by which packages give up to ask for an image that is still being made, or say that an answer was cut. */
const SAYS_NOTHING =
  /\btimed out\b|\bdid not complete\b|\bterminated\b|\bother side closed\b|\bECONNRESET\b/i;
const MAX_CAUSES = 8;

/**
 * Carries out the call of an image model. Where its provider has taken the request, it asks again, without another submit,
 * until that says what became of the image, or the signal aborts: a look that failed says nothing of it, and packages give
 * up earlier than a run does.
 */
export async function askUntilTold<Result>(
  call: ProviderCall | null,
  signal: AbortSignal,
  ask: () => Promise<Result>,
): Promise<Result> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await runInCall(call, ask);
    } catch (error) {
      if (!call?.entry || signal.aborted || !(call.isAway || saysNothing(error))) throw error;
    }
    await sleep(pause, signal);
  }
}

function saysNothing(error: unknown): boolean {
  let link = error;
  for (let depth = 0; link !== undefined && depth < MAX_CAUSES; depth += 1) {
    if (SAYS_NOTHING.test(String(readField(link, "message") ?? ""))) return true;
    link = readField(link, "lastError") ?? readField(link, "cause");
  }
  return false;
}
