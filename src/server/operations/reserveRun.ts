import { isErrorKind } from "../../contract/index.js";
import type { Problem } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { reportError } from "../hooks/reportError.js";
import { reportGeneration } from "../hooks/reportGeneration.js";
import { createProblem, toProblem } from "../http/createProblem.js";
import { failRun } from "../runs/failRun.js";
import type { RunPatch, RunRecord } from "../runs/RunStore.js";
import { answerInTime } from "../spending/answerInTime.js";
import { hearLateReservation } from "../spending/hearLateReservation.js";
import { noteReservation } from "../spending/noteReservation.js";
import { readReservation } from "../spending/readReservation.js";
import { SETTLE_LEASE_MS } from "../spending/settlementDueAt.js";
import type { Reservation, SpendingOptions } from "../spending/SpendingOptions.js";
import { sumPrices } from "../spending/sumPrices.js";
import { priceOfImage } from "../stages/priceOfImage.js";
import type { PreparedGeneration } from "../stages/prepareGeneration.js";
import { readKeptPrompt } from "../stages/readKeptPrompt.js";
import type { AuthorizedCall } from "./Call.js";

/**
 * Has the host reserve what a claimed run will spend, and notes it with the run. Returns the run as it is then: one that the
 * host refused has ended, and so has one that was cancelled meanwhile. Does nothing without the option `spending`.
 */
export async function reserveRun(
  handler: HandlerContext,
  { principal, requestId }: AuthorizedCall,
  prepared: PreparedGeneration,
  run: RunRecord,
): Promise<RunRecord> {
  const { spending } = handler.options;
  if (!spending) return run;
  const hasKeptPrompt = (await readKeptPrompt(handler.runs, prepared, run)) !== null;
  const promptModel = hasKeptPrompt ? null : prepared.promptModel;
  const asked = ask(spending, prepared, run, principal.subject, promptModel);
  let answer: Reservation;
  try {
    answer = await answerInTime("reserve", asked);
  } catch (error) {
    const problem = toProblem(createProblem("internal", { id: run.id }), requestId);
    // It may have reserved before it failed.
    const settleAfter = Date.now() + SETTLE_LEASE_MS;
    const patch: RunPatch = { spending: { state: "settling", token: null, settleAfter } };
    reportError(handler, problem, error, { scope: run.scope, id: run.id });
    try {
      return await refuse(handler, prepared, run, problem, patch);
    } finally {
      void hearLateReservation(handler, run, asked);
    }
  }
  if (answer.ok) {
    const noted = await noteReservation(handler, run, answer.token, hasKeptPrompt);
    if (isUntold(handler, noted)) report(handler, prepared, noted);
    return noted;
  }
  const { kind, message, retryAfterMs = kind === "rate_limited" ? 5_000 : undefined } = answer;
  const refusal = createProblem(kind, { id: run.id, message, retryAfterMs });
  return refuse(handler, prepared, run, toProblem(refusal, requestId), {
    spending: { state: "closed", token: null, settleAfter: Date.now() },
  });
}

async function ask(
  { reserve }: SpendingOptions,
  prepared: PreparedGeneration,
  { scope, id }: RunRecord,
  subject: string,
  promptModel: PreparedGeneration["promptModel"],
): Promise<Reservation> {
  const { imageModelId, settings, context } = prepared;
  const prices = [priceOfImage(prepared), promptModel?.entry.price ?? null].filter((price) => price !== null);
  const answer: unknown = await reserve({
    scope,
    subject,
    id,
    imageModel: imageModelId,
    promptModel: promptModel?.id ?? null,
    estimate: sumPrices(prices),
    settings,
    context,
  });
  return readReservation(answer);
}

/** Ends a run that the host refused, and tells it of the end; returns it as it is then. */
async function refuse(
  handler: HandlerContext,
  prepared: PreparedGeneration,
  run: RunRecord,
  problem: Problem,
  patch: RunPatch,
): Promise<RunRecord> {
  const { run: ended, changed } = await failRun(handler, run, () => problem, { patch, known: run });
  if (!ended) throw createProblem("internal", { id: run.id });
  if (changed || isUntold(handler, ended)) report(handler, prepared, ended);
  return ended;
}

/** Whether a run was cancelled while the host was asked, and nobody else tells the host so: no process carries it out. */
function isUntold({ options }: HandlerContext, { status }: RunRecord): boolean {
  return status === "cancelled" && !options.dispatch;
}

function report(
  handler: HandlerContext,
  { imageModelId, promptModel }: PreparedGeneration,
  { id, scope, status, problem }: RunRecord,
): void {
  reportGeneration(handler, {
    id,
    scope,
    status,
    ...(isErrorKind(problem?.kind) && { kind: problem.kind }),
    stage: null,
    imageModel: imageModelId,
    promptModel: promptModel?.id ?? null,
    charged: false,
    usage: { items: [] },
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
  });
}
