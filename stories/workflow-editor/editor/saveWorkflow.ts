import type { RunState, Workflow } from "../engine/types.js";
import { parseWorkflow } from "../workflow/parseWorkflow.js";
import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { PRESETS } from "../workflow/presets.js";

const KEY = "workflow-saved";

/** Chooses the workflow to open with: that of a run that goes on, else the saved one, else the first preset. */
export function openingWorkflow(run: RunState, storage: Storage): ParsedWorkflow {
  if (run.status === "running" && run.workflow) return { workflow: run.workflow, notes: [] };
  try {
    const text = storage.getItem(KEY);
    if (text) return parseWorkflow(text);
  } catch {
    // A saved workflow that can't be read must not keep the editor from opening.
  }
  return { workflow: PRESETS[0], notes: [] };
}

/** Saves the workflow, for `openingWorkflow` to find. */
export function saveWorkflow(workflow: Workflow, storage: Storage): void {
  storage.setItem(KEY, JSON.stringify(workflow));
}
