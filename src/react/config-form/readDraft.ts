import type { UseFormReturn } from "react-hook-form";
import type { ConfigDraft } from "./ConfigDraft.js";

/** Reads the draft for a run, with what stands in the fields: a script may have written there without an event. */
export function readDraft(
  form: UseFormReturn<ConfigDraft>,
  beforeRead: ReadonlySet<() => void>,
): ConfigDraft {
  for (const bringIn of beforeRead) bringIn();
  return form.getValues();
}
