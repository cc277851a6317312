import { useEffect } from "react";
import type { Engine } from "../engine/createEngine.js";
import type { Workflow } from "../engine/types.js";
import type { TriggerConfig } from "../nodes/executeTrigger.js";
import { onSchedule } from "../nodes/schedules.js";

/** Starts the workflow each time its schedule is due, while the page is open. */
export function useSchedule(workflow: Workflow, engine: Engine): void {
  useEffect(() => {
    const trigger = workflow.nodes.find(({ kind }) => kind === "trigger")?.config as
      TriggerConfig | undefined;
    if (trigger?.type !== "schedule") return undefined;
    return onSchedule(trigger.schedule, () => void engine.start(workflow));
  }, [workflow, engine]);
}
