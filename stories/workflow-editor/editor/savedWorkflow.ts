import type { RunState, Workflow } from "../engine/types.js";
import { parseWorkflow } from "../workflow/parseWorkflow.js";
import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { PRESETS } from "../workflow/presets.js";

const KEY = "workflow-saved";

/** What the editor opens with: a run that goes on, else what was saved, else the first preset. */
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

export function saveWorkflow(workflow: Workflow, storage: Storage): void {
  storage.setItem(KEY, JSON.stringify(workflow));
}

/** Offers the workflow as a JSON file. */
export function downloadWorkflow(workflow: Workflow): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(workflow, null, 2)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: `${workflow.id}.workflow.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
