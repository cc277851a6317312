import type { ExecuteContext, Executed } from "../engine/executor.js";
import { SCHEDULES, nextFiring } from "./schedules.js";
import type { ScheduleId } from "./schedules.js";

/** The saved configuration of a trigger. */
export interface TriggerConfig {
  type: "form" | "schedule";
  schedule: ScheduleId;
  /** What the form was sent with, or what the schedule hands over: the trigger's output. */
  payload: Record<string, unknown>;
}

/** Hands its payload over; a schedule adds when it was due. */
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
