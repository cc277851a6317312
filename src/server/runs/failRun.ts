import type { Problem, Stages, Usage } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import type { RunPatch, RunRecord, RunStore } from "./RunStore.js";
import { publishRunEvent } from "./publishRunEvent.js";
import { updateRun } from "./updateRun.js";
import type { UpdateRunOptions } from "./updateRun.js";
import { canResume } from "../journal/canResume.js";
import { isEnded } from "./isEnded.js";
import { noteEnd } from "../spending/noteEnd.js";
import { settleInBackground } from "../spending/settleInBackground.js";

/** Options of {@link failRun}. */
export interface FailRunOptions extends UpdateRunOptions {
  /** Changes that are written with the end. */
  readonly patch?: RunPatch | undefined;
}

/**
 * Ends a run without an image, unless it has ended already, and frees its key when nothing was charged. `describe`
 * makes the problem from the run as it is at that moment; `null` leaves the run alone.
 */
export async function failRun(
  handler: HandlerContext,
  { scope, id }: RunRecord,
  describe: (run: RunRecord) => Problem | null,
  { patch, ...options }: FailRunOptions = {},
): Promise<{ run: RunRecord | null; changed: boolean }> {
  const { runs } = handler;
  const decide = (current: RunRecord): RunPatch | null => {
    const problem = isEnded(current) ? null : describe(current);
    if (!problem) return null;
    const status = problem.kind === "cancelled" ? "cancelled" : "failed";
    const settlement = noteEnd(handler, current, problem.charged);
    const end: RunPatch = { ...settlement, ...patch, status, problem, endedAt: Date.now() };
    // An image that is still being made comes late, from whoever goes on with it.
    if (problem.kind === "timeout" && canResume(current) && patch?.journal !== null) return end;
    return { ...end, request: null, ...(current.journal ? { journal: null } : {}) };
  };
  const outcome = await updateRun(runs, scope, id, decide, options);
  const { run, changed } = outcome;
  if (!changed || !run?.problem) return outcome;
  settleInBackground(handler, run);
  await freeUncharged(runs, run);
  await publishRunEvent(runs, scope, id, { event: "error", data: run.problem });
  return outcome;
}

/** Frees the key of a run that ended with nothing charged, and keeps its written prompt. Says whether it is such a run. */
export async function freeUncharged(
  runs: RunStore,
  { scope, id, key, fingerprint, problem, stages, usage }: RunRecord,
): Promise<boolean> {
  if (problem?.charged !== false) return false;
  const written = stages?.written;
  const kept = typeof written === "string" ? { fingerprint, written, usage: usage ?? { items: [] } } : null;
  await runs.freeKey(scope, key, id, kept);
  return true;
}

/** Reads the costs of a run for a problem: whether an image may have been charged, the usage, and the prompt so far. */
export function costsOf(run: RunRecord): { charged: false | null; usage?: Usage; stages?: Stages } {
  return {
    charged: run.imageStartedAt === null ? false : null,
    ...(run.usage ? { usage: run.usage } : {}),
    ...(run.stages ? { stages: run.stages } : {}),
  };
}
