import type { ExecuteContext, Executed } from "../engine/executor.js";
import { SCHEDULES, nextFiring } from "./schedules.js";
import type { ScheduleId } from "./schedules.js";

/** Saved configuration of a trigger. */
export interface TriggerConfig {
  type: "form" | "schedule";
  schedule: ScheduleId;
  /** Values of the form, or of the schedule: the trigger's output. */
  payload: Record<string, unknown>;
}

/** Returns its payload; a schedule adds when it was due. */
export function executeTrigger({ node, log }: ExecuteContext): Executed {
  const { type, schedule, payload } = node.config as TriggerConfig;
  const firedAt = new Date();
  if (type === "form") return { output: { ...payload, submittedAt: firedAt.toISOString() } };
  const next = nextFiring(schedule, firedAt);
  log(`${SCHEDULES[schedule].label}; next on ${next.toISOString().slice(0, 16).replace("T", " ")} UTC`);
  return {
    output: { ...payload, scheduledBy: schedule, firedAt: firedAt.toISOString(), nextAt: next.toISOString() },
  };
}
