import type { Problem } from "../../contract/index.js";
import { createProblem, WIRE_ERROR_KINDS } from "../fixtures/problemFixtures.js";
import type { WireErrorKind } from "../fixtures/problemFixtures.js";
import type { Script, ScriptedRun } from "./Script.js";

/** Kinds that a back end reports only after a run has started. */
const AFTER_START: ReadonlySet<string> = new Set<WireErrorKind>([
  "content_blocked",
  "provider_rejected",
  "provider_misconfigured",
  "provider_error",
  "storage_failed",
  "prompt_failed",
  "bad_image",
  "no_image",
  "timeout",
  "cancelled",
]);

/** Returns what the script says of the run with this number. */
export function planRun({ runs = {} }: Script, index: number, request: Request): ScriptedRun {
  if (typeof runs === "function") return runs(index, request);
  return isList(runs) ? (runs[Math.min(index, runs.length - 1)] ?? {}) : runs;
}

/** Returns the problem that refuses a run before it starts, or `null`. */
export function planRefusal(plan: ScriptedRun): Problem | null {
  const { end } = plan;
  if (end === undefined || end === "succeeded" || end === "never") return null;
  return (plan.refused ?? !AFTER_START.has(end)) ? planProblem(plan, end) : null;
}

/** Creates the problem of a kind, with the plan's changes where the run was to end by it. */
export function planProblem(plan: ScriptedRun, kind: string): Problem {
  const known = WIRE_ERROR_KINDS.find((candidate) => candidate === kind) ?? "internal";
  return createProblem(known, plan.end === kind ? plan.problem : {});
}

function isList(plans: ScriptedRun | readonly ScriptedRun[]): plans is readonly ScriptedRun[] {
  return Array.isArray(plans);
}
