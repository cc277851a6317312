import type { FaultPlaces } from "./run/tellFaults.js";

/** Says in the form that a run could not begin, since its code could not be fetched. */
export function tellMissingCode({ form, fields, t }: FaultPlaces): void {
  const [title, text] = [t("error.network.code.title"), t("error.network.code.text")];
  form.setError("root.run", { type: "server", message: t("configForm.refused", { title, text }) });
  fields.formErrors.focus();
}
