import { ImageNodeError } from "../../../contract/index.js";
import type { GenerationRequest } from "../../../contract/index.js";
import { faultWords, withWords } from "../../messages/index.js";
import type { ConfigPath } from "../ConfigDraft.js";
import { referenceTools } from "../referenceTools.js";
import { formatProblem, formatRefusal } from "./formatProblem.js";
import { pointerToPath } from "./pointerToPath.js";
import { tellFaults } from "./tellFaults.js";
import type { FaultPlaces } from "./tellFaults.js";

/** Places in which the faults of a run are shown. */
export interface FaultDisplay extends FaultPlaces {
  /** Whether a refusal that points to no field is shown too; the scope's own run has its preview for that. */
  showsRefusals: boolean;
  /** Request of the run, as far as it is known: says which reference a picture came of. */
  request: GenerationRequest | undefined;
  /** Whether another configuration than the form's was run, whose faults belong to no field. */
  isOther: boolean;
}

/** Faults that are shown, with the one that says how many more there are. */
const MOST = 51;

/** Shows why a run failed: each fault at its field, the rest for the form as a whole. Focuses the first faulty field. */
export function showFaults(error: unknown, display: FaultDisplay): void {
  const { form, t, showsRefusals, isOther, request, sources } = display;
  if (!ImageNodeError.isInstance(error)) {
    tellFaults(display, [withWords(t, faultWords)("configForm.runFailed")]);
    return;
  }
  const faults = ((!isOther && error.errors) || []).slice(0, MOST).map((fault) => ({
    fault,
    path: pointerToPath(fault.pointer) ?? referenceTools.get()?.placeFault(fault.pointer, request) ?? null,
  }));
  const variables = new Map<string, string | undefined>();
  for (const { fault, path } of faults) {
    if (!path) continue;
    form.setError(path as ConfigPath, { type: "server", message: formatProblem(t, fault, sources) });
    if (!variables.has(path)) variables.set(path, fault.variable);
  }
  const others = faults
    .filter(({ path }) => path === null)
    .map(({ fault }) => formatProblem(t, fault, sources));
  tellFaults(display, faults.length === 0 && showsRefusals ? [formatRefusal(t, error)] : others, variables);
}
