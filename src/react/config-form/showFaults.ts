import type { UseFormReturn } from "react-hook-form";
import { ImageNodeError } from "../../contract/index.js";
import type { ProblemError } from "../../contract/index.js";
import type { useMessages } from "../messages/index.js";
import { pointerToPath } from "./ConfigDraft.js";
import type { ConfigDraft, ConfigPath } from "./ConfigDraft.js";
import { formatProblem, formatRefusal } from "./formatProblem.js";
import type { FieldRegistry } from "./useFieldRegistry.js";

/** Places in which the faults of a run are shown. */
export interface FaultDisplay {
  form: UseFormReturn<ConfigDraft>;
  fields: FieldRegistry;
  t: ReturnType<typeof useMessages>;
  /** Whether a refusal that points to no field is shown too; the scope's own run has its preview for that. */
  showsRefusals: boolean;
}

/** Faults that are shown, with the one that says how many more there are. */
const MOST = 51;

interface PlacedFault {
  fault: ProblemError;
  path: ConfigPath | null;
}

/** Shows why a run failed: each fault at its field, the rest for the form as a whole. Focuses the first faulty field. */
export function showFaults(error: unknown, { form, fields, t, showsRefusals }: FaultDisplay): void {
  const setRunError = (message: string) => form.setError("root.run", { type: "server", message });
  if (!ImageNodeError.isInstance(error)) {
    setRunError(t("configForm.runFailed"));
    return;
  }
  const faults = (error.errors ?? [])
    .slice(0, MOST)
    .map((fault) => ({ fault, path: pointerToPath(fault.pointer) }));
  for (const { fault, path } of faults) {
    if (path) form.setError(path, { type: "server", message: formatProblem(t, fault) });
  }
  const visible = fields.names();
  const homeless = faults.filter(({ path }) => path === null || !visible.includes(path));
  const message =
    faults.length === 0 && showsRefusals
      ? formatRefusal(t, error)
      : homeless.map(({ fault }) => formatProblem(t, fault)).join(" ");
  if (message) setRunError(message);
  focusFirst(faults, visible, fields);
}

function focusFirst(
  faults: readonly PlacedFault[],
  visible: readonly string[],
  { focusField }: FieldRegistry,
): void {
  const first = visible.find((name) => faults.some(({ path }) => path === name));
  const variable = faults.find(({ path }) => path === first)?.fault.variable;
  if (first) focusField(first, variable);
}
