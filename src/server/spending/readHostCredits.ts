import { answerInTime } from "./answerInTime.js";
import { readCredits } from "../../contract/index.js";
import type { CatalogCredits } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { reportError } from "../hooks/reportError.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import type { Principal } from "../options.js";

/** Milliseconds that the form waits for an account before it does without. */
const PATIENCE_MS = 5_000;

/**
 * Reads what is left in the host's account of a caller; `null` where it shows none. A host that throws, answers nonsense
 * or takes longer than 5 seconds is told so, and costs nobody the catalog. Less than nothing counts as nothing.
 */
export async function readHostCredits(
  handler: HandlerContext,
  { principal, requestId }: { readonly principal: Principal; readonly requestId: string },
): Promise<CatalogCredits | null> {
  const { spending } = handler.options;
  if (!spending?.credits) return null;
  const { scope, subject } = principal;
  const report = (error: unknown) =>
    reportError(handler, toProblem(createProblem("internal"), requestId), error, { scope });
  try {
    const asked = Promise.resolve(spending.credits({ scope, subject }));
    const answer: unknown = await answerInTime("credits", asked, PATIENCE_MS);
    if (answer === null || answer === undefined) return null;
    const credits = readCredits({ credits: raiseToNothing(answer) });
    if (!credits) {
      report(new TypeError("spending.credits returned neither null nor { left, unit, resetsAt? }."));
    } else if (isFaulty(answer, credits)) {
      report(new TypeError("spending.credits returned a resetsAt that is no time in ISO 8601."));
    }
    return credits && pick(credits);
  } catch (error) {
    report(error);
    return null;
  }
}

/** An account may be overdrawn, since what a run takes is known after it. */
function raiseToNothing(answer: unknown): unknown {
  const { left } = Object(answer) as { left?: unknown };
  return typeof left === "number" && Number.isFinite(left) && left < 0
    ? { ...Object(answer), left: 0 }
    : answer;
}

function isFaulty(answer: unknown, { resetsAt }: CatalogCredits): boolean {
  const given = (Object(answer) as { resetsAt?: unknown }).resetsAt;
  return given !== undefined && given !== null && resetsAt === undefined;
}

/** Leaves out what the host holds beside them: it is none of the page's business. */
function pick({ left, unit, resetsAt }: CatalogCredits): CatalogCredits {
  return { left, unit, ...(resetsAt !== undefined && { resetsAt }) };
}
