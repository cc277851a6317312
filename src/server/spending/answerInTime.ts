import { raceSignal } from "../raceSignal.js";
import type { SpendingOptions } from "./SpendingOptions.js";

/** Time in which a host must answer: shorter than the lease of a settlement, so that nobody else has asked meanwhile. */
const ANSWER_MS = 30_000;

/** Waits for the answer of a member of `spending`, for 30 seconds by default; then rejects. What was asked goes on. */
export async function answerInTime<Answer>(
  member: keyof SpendingOptions,
  answer: PromiseLike<Answer>,
  patienceMs = ANSWER_MS,
): Promise<Answer> {
  const tooLate = new AbortController();
  const late = new Error(`\`spending.${member}\` did not answer within ${patienceMs / 1000} seconds.`);
  const timer = setTimeout(() => tooLate.abort(late), patienceMs);
  try {
    return await raceSignal(answer, tooLate.signal);
  } finally {
    clearTimeout(timer);
  }
}
