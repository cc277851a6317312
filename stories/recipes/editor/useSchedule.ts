import { useEffect } from "react";
import type { Engine } from "../engine/createEngine.js";
import type { Workflow } from "../engine/types.js";
import type { TriggerConfig } from "../nodes/executeTrigger.js";
import { nextFiring } from "../nodes/schedules.js";

/** The longest that a timer may wait; a schedule further away fires on a page that stays open that long. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Starts the workflow when its schedule is due, while the page is open. */
export function useSchedule(workflow: Workflow, engine: Engine): void {
  useEffect(() => {
    const trigger = workflow.nodes.find(({ kind }) => kind === "trigger")?.config as
      TriggerConfig | undefined;
    if (trigger?.type !== "schedule") return undefined;
    const wait = nextFiring(trigger.schedule, new Date()).getTime() - Date.now();
    const timer = setTimeout(() => void engine.start(workflow), Math.min(wait, MAX_TIMER_MS));
    return () => clearTimeout(timer);
  }, [workflow, engine]);
}
