import type { Workflow } from "../engine/types.js";

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
